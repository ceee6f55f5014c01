/** What a service refused (RFC 9457), or that it could not be reached (status 0). */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: { field: string; message: string }[];
  readonly body: Record<string, unknown>;

  constructor(status: number, title: string, detail: string, body: Record<string, unknown> = {}) {
    super(`${status} ${title}`);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.body = body;
    this.errors = Array.isArray(body.errors) ? (body.errors as { field: string; message: string }[]) : [];
  }

  /** Whether the same call may succeed later without any change. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  static unreachable(): Problem {
    return new Problem(0, "Tidak tersambung", "Layanan tidak dapat dihubungi saat ini.");
  }

  static signedOut(): Problem {
    return new Problem(
      401,
      "Sesi Anda berakhir",
      "Masuk kembali untuk melanjutkan. Yang Anda ketik tersimpan di peramban ini.",
    );
  }

  static of(status: number, body: Record<string, unknown>): Problem {
    const [title, detail] = plain(status);
    return new Problem(
      status,
      typeof body.title === "string" ? body.title : title,
      typeof body.detail === "string" ? body.detail : detail,
      body,
    );
  }
}

function plain(status: number): [string, string] {
  switch (true) {
    case status === 401:
      return ["Sesi Anda berakhir", "Masuk kembali untuk melanjutkan."];
    case status === 403:
      return ["Tidak berwenang", "Peran Anda tidak mencakup hal ini. Hubungi admin instansi bila ini keliru."];
    case status === 404:
      return ["Tidak ditemukan", "Yang Anda cari tidak ada, atau ditangani instansi lain."];
    case status === 429:
      return ["Layanan sedang sibuk", "Terlalu banyak permintaan saat ini. Coba lagi sebentar lagi."];
    case status >= 500:
      return ["Layanan sedang terganggu", "Layanan belum dapat memproses permintaan ini. Coba lagi sebentar lagi."];
    default:
      return ["Permintaan tidak dapat diproses", "Periksa kembali isian Anda."];
  }
}
