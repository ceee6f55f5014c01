/** The words of the domain as people read them; each is a sentence key for the other language. */
const CHANNEL: Record<string, string> = {
  WEB: "Situs web",
  MOBILE_APP: "Aplikasi",
  WHATSAPP: "WhatsApp",
  SMS: "SMS",
  FACEBOOK: "Facebook",
  X: "X",
  INSTAGRAM: "Instagram",
  TELEGRAM: "Telegram",
  EMAIL: "Surel",
  OPEN311: "Open311",
  COUNTER: "Loket",
  LETTER: "Surat",
};

const TYPE: Record<string, string> = {
  ASPIRATION: "Aspirasi",
  INFORMATION_REQUEST: "Permintaan informasi",
  ORDINARY: "Pengaduan biasa",
  OVERSIGHT: "Pengaduan berkadar pengawasan",
};

const VISIBILITY: Record<string, string> = { PUBLIC: "Terbuka", ANONYMOUS: "Anonim", SECRET: "Rahasia" };

const MISROUTING = {
  NOT_OUR_DUTY: "Bukan tugas instansi ini",
  OTHER_AREA: "Wilayah lain",
  WRONG_CATEGORY: "Kategori keliru",
  OUTSIDE_JURISDICTION: "Di luar kewenangan pemerintah daerah",
};

const ROLE: Record<string, string> = {
  INTAKE_OFFICER: "Petugas penerima",
  INFORMATION_OFFICER: "Pengolah informasi",
  POLICY_ANALYST: "Penelaah kebijakan",
  ANALYST: "Analis kebijakan",
  COORDINATION_GROUP: "Grup aduan",
  DIVISION: "Bidang",
  COMPLAINANT: "Warga",
  SYSTEM: "Sistem",
  COORDINATOR: "Koordinator",
  AGENCY_ADMIN: "Admin instansi",
  AGENCY_HEAD: "Kepala instansi",
  DIVISION_STAFF: "Staf bidang",
  SERVICE_OWNER: "Kepala dinas",
  ARCHIVIST: "Arsiparis",
  HEAD: "Kepala",
  PATRON: "Pembina",
  AUDITOR: "Pemeriksa",
  OPERATOR: "Pengelola pemasangan",
};

/** From where a complaint of the past was imported. */
const SOURCE: Record<string, string> = {
  SP4N: "Ekspor SP4N-LAPOR!",
  RECAP_SHEET: "Rekap kantor",
  RECORD_BOOK: "Buku aduan",
};

/** What a message to a citizen tells. */
const MESSAGE: Record<string, string> = {
  RECEIVED: "Tanda terima",
  INFORMATION_REQUESTED: "Permintaan kelengkapan",
  ANSWERED: "Jawaban",
  REFERRED_OUTSIDE: "Saran ke lembaga lain",
  SCREENED_OUT: "Alasan tidak ditindaklanjuti",
  DIALOGUE: "Balasan percakapan",
};

/** The word for a code; a code that nobody has named yet stands for itself. */
export const among =
  (words: Record<string, string>) =>
  (code: string): string =>
    (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;

export const channelWord = among(CHANNEL);
export const wayWord = among({ ...CHANNEL, PHONE: "Telepon" });
export const typeWord = among(TYPE);
export const visibilityWord = among(VISIBILITY);
export const misroutingWord = among(MISROUTING);
export const roleWord = among(ROLE);
export const messageWord = among(MESSAGE);
export const sourceWord = among(SOURCE);

export const CHANNELS = Object.keys(CHANNEL);
export const TYPES = Object.keys(TYPE);
export const MISROUTING_REASONS = Object.keys(MISROUTING) as (keyof typeof MISROUTING)[];
