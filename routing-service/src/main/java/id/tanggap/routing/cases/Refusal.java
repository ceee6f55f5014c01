package id.tanggap.routing.cases;

/** Why something cannot be done with a case. */
public enum Refusal {
    NOT_YET_RECEIVED("Aduan ini belum diterima."),
    NOT_YET_VERIFIED("Aduan ini belum diverifikasi."),
    WAITS_FOR_COMPLAINANT("Aduan ini menunggu kelengkapan dari warga."),
    WAITS_FOR_DESTINATION("Tujuan aduan ini belum ditetapkan koordinator."),
    IS_WITH_THE_GROUP("Aduan ini sedang ditawarkan di grup."),
    IS_WITH_AN_AGENCY("Aduan ini sudah di instansi yang menjawab."),
    IS_BEING_MOVED("Aduan ini sedang dialihkan ke instansi lain."),
    IS_IN_PROGRESS("Aduan ini sedang ditindaklanjuti."),
    IS_ANSWERED("Aduan ini sudah dijawab."),
    IS_OBJECTED("Warga mengajukan keberatan; jawab keberatannya."),
    HAS_ENDED("Aduan ini sudah berakhir."),
    IS_MERGED("Aduan ini ditangani bersama aduan lain."),
    HELD_BY_ANOTHER("Aduan ini tidak ada pada instansi Anda."),
    HOPS_EXHAUSTED("Aduan ini sudah terlalu sering pindah; koordinator yang menetapkan tujuannya."),
    NOT_OFFERED("Aduan ini tidak ditawarkan di grup."),
    ALREADY_THERE("Aduan ini sudah ada pada instansi itu."),
    UNKNOWN_AGENCY("Tidak ada instansi dengan kode itu."),
    UNKNOWN_INSTITUTION("Tidak ada lembaga dengan kode itu.");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    /** In Indonesian, for whoever tried. */
    public String text() {
        return text;
    }

    /** What stands in the way of whatever is not possible in this state. */
    static Refusal in(CaseState state) {
        return switch (state) {
            case RECEIVED -> NOT_YET_VERIFIED;
            case NEEDS_INFO -> WAITS_FOR_COMPLAINANT;
            case VERIFIED -> WAITS_FOR_DESTINATION;
            case FORWARDED -> IS_WITH_THE_GROUP;
            case DISPATCHED -> IS_WITH_AN_AGENCY;
            case REDELEGATED -> IS_BEING_MOVED;
            case DISPOSED, IN_PROGRESS -> IS_IN_PROGRESS;
            case ANSWERED, RESOLVED -> IS_ANSWERED;
            case OBJECTED -> IS_OBJECTED;
            case CLOSED, REJECTED, OUT_OF_JURISDICTION, WITHDRAWN -> HAS_ENDED;
            case MERGED -> IS_MERGED;
        };
    }
}
