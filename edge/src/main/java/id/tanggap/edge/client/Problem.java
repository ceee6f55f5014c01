package id.tanggap.edge.client;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * What the front door itself refuses, as RFC 9457; refusals of the services pass through untouched.
 *
 * @param title in Indonesian
 * @param sentence of the detail, in Indonesian, with $1 for the value
 * @param value empty when the sentence has none
 */
public record Problem(int status, String kind, String title, String sentence, String value) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static final Problem NOT_FOUND =
            new Problem(404, "tidak-ditemukan", "Tidak ditemukan", "Alamat ini tidak ada di layanan Tanggap.");

    public static final Problem UNKNOWN_METHOD = new Problem(
            405, "metode-tidak-didukung", "Metode tidak didukung", "Alamat ini tidak menerima metode tersebut.");

    public static final Problem NOT_RECEIVED = new Problem(
            408,
            "kiriman-tidak-selesai",
            "Kiriman tidak selesai",
            "Kiriman tidak sampai seluruhnya pada waktunya dan belum diproses. Periksa sambungan, lalu coba lagi.");

    public static final Problem ADDRESS_TOO_LONG = new Problem(
            414, "alamat-terlalu-panjang", "Alamat terlalu panjang", "Alamat ini terlalu panjang. Persingkat isinya.");

    public static final Problem TOO_MANY_REQUESTS = new Problem(
            429,
            "terlalu-banyak-permintaan",
            "Terlalu banyak permintaan",
            "Terlalu banyak permintaan dari alamat ini. Tunggu sebentar, lalu coba lagi.");

    public static final Problem BROKEN_OFF = new Problem(
            502,
            "jawaban-terputus",
            "Jawaban terputus",
            "Layanan terputus sebelum menjawab, sehingga belum pasti apakah permintaan diproses. Coba lagi sebentar lagi.");

    public static final Problem UNAVAILABLE = new Problem(
            503,
            "layanan-belum-tersedia",
            "Layanan belum tersedia",
            "Layanan ini sedang disiapkan atau terganggu. Coba lagi sebentar lagi.");

    public static final Problem TOO_SLOW = new Problem(
            504,
            "layanan-terlambat",
            "Layanan terlalu lama menjawab",
            "Layanan tidak menjawab pada waktunya, sehingga belum pasti apakah permintaan diproses. Coba lagi sebentar lagi.");

    /** @param limit in bytes */
    public static Problem tooLarge(long limit) {
        var most = limit % (1 << 20) == 0 ? (limit >> 20) + " MB" : (limit >> 10) + " KiB";
        return new Problem(
                413,
                "kiriman-terlalu-besar",
                "Kiriman terlalu besar",
                "Kiriman paling besar $1. Persingkat isinya, atau bagi berkasnya.",
                most);
    }

    private Problem(int status, String kind, String title, String sentence) {
        this(status, kind, title, sentence, "");
    }

    public String detail() {
        return sentence.replace("$1", value);
    }

    public Buffer body() {
        return new JsonObject()
                .put("type", "urn:tanggap:masalah:" + kind)
                .put("title", title)
                .put("status", status)
                .put("detail", detail())
                .toBuffer();
    }

    /** Whether the same request may be sent again later. */
    public boolean passes() {
        return status == 408 || status == 429 || status > 500;
    }
}
