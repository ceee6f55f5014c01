package id.tanggap.edge;

import io.vertx.core.json.JsonObject;

/** What the front door itself refuses, as RFC 9457; refusals of the services pass through untouched. */
enum Problem {
    NOT_FOUND(404, "tidak-ditemukan", "Tidak ditemukan", "Alamat ini tidak ada di layanan Tanggap."),
    BODY_TOO_LARGE(
            413,
            "kiriman-terlalu-besar",
            "Kiriman terlalu besar",
            "Kiriman melebihi batas ukuran. Persingkat isinya, atau bagi berkasnya."),
    TOO_MANY_REQUESTS(
            429,
            "terlalu-banyak-permintaan",
            "Terlalu banyak permintaan",
            "Terlalu banyak permintaan dari alamat ini. Tunggu sebentar, lalu coba lagi."),
    BROKEN_OFF(
            502,
            "jawaban-terputus",
            "Jawaban terputus",
            "Layanan terputus sebelum menjawab, sehingga belum pasti apakah permintaan diproses. Coba lagi sebentar lagi."),
    UNAVAILABLE(
            503,
            "layanan-belum-tersedia",
            "Layanan belum tersedia",
            "Layanan ini sedang disiapkan atau terganggu. Coba lagi sebentar lagi."),
    TOO_SLOW(
            504,
            "layanan-terlambat",
            "Layanan terlalu lama menjawab",
            "Layanan tidak menjawab pada waktunya, sehingga belum pasti apakah permintaan diproses. Coba lagi sebentar lagi.");

    static final String MEDIA_TYPE = "application/problem+json";

    final int status;
    final String body;

    Problem(int status, String kind, String title, String detail) {
        this.status = status;
        this.body = new JsonObject()
                .put("type", "urn:tanggap:masalah:" + kind)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode();
    }

    /** Whether the same request may be sent again later. */
    boolean passes() {
        return status == 429 || status > 500;
    }
}
