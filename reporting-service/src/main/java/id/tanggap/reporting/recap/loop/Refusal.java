package id.tanggap.reporting.recap.loop;

/** Why something cannot be done with a recap. */
public enum Refusal {
    STILL_RUNNING("Bulan ini belum berakhir; rekapnya baru sementara."),
    NOT_COMPILED("Rekap bulan ini belum disusun."),
    BEING_COMPILED("Rekap bulan ini sedang disusun."),
    NO_EVALUATION("Belum ada evaluasi atas rekap ini; tulis evaluasinya dahulu."),
    ALREADY_EVALUATED("Rekap ini sudah dievaluasi."),
    NOT_EVALUATED("Rekap ini belum dievaluasi."),
    ALREADY_DISPOSED("Rekap ini sudah didisposisi."),
    NOT_DISPOSED("Rekap ini belum didisposisi oleh kepala dinas."),
    IS_ARCHIVED("Rekap ini sudah diarsipkan dan tidak berubah lagi."),
    OTHER_VERSION("Rekap ini sudah disusun ulang; baca dahulu versi yang terbaru.");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    /** In Indonesian, for whoever tried. */
    public String text() {
        return text;
    }
}
