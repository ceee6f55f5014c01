package id.tanggap.response.life;

/** Why something cannot be done with a case. */
public enum Refusal {
    NOT_ACCEPTED("Terima aduan ini terlebih dahulu, lalu jawab."),
    ALREADY_ACCEPTED("Aduan ini sudah diterima."),
    WAITS_FOR_COMPLAINANT("Aduan ini menunggu kelengkapan dari warga."),
    NOT_ANSWERED("Aduan ini belum dijawab."),
    ALREADY_ANSWERED("Aduan ini sudah dijawab."),
    IS_OBJECTED("Warga mengajukan keberatan; jawab keberatannya."),
    HAS_ENDED("Aduan ini sudah berakhir."),
    IS_MERGED("Aduan ini ditangani bersama aduan lain."),
    NOT_WITH_A_DIVISION("Aduan ini tidak sedang didisposisikan."),
    NOT_WITH_YOUR_DIVISION("Tidak ada disposisi terbuka untuk bidang Anda."),
    UNKNOWN_DIVISION("Tidak ada bidang dengan kode itu."),
    NOT_BELOW_YOURS("Teruskan hanya ke seksi di bawah bidang Anda."),
    ALREADY_DISPOSED("Bidang ini masih memegang disposisi yang belum dijawab."),
    WAITS_FOR_SECTION("Masih menunggu jawaban seksi di bawah bidang Anda."),
    NO_DRAFT("Belum ada draf jawaban."),
    DRAFT_CHANGED("Draf jawaban sudah berubah; baca dahulu yang terbaru."),
    FOLLOW_UP_INCOMPLETE("Tindak lanjut memerlukan uraian dan tanggalnya."),
    FOLLOW_UP_PAST("Tanggal tindak lanjut sudah lewat; pilih hari lain."),
    APPROVAL_NOT_NEEDED("Jawaban aduan ini tidak memerlukan persetujuan."),
    APPROVAL_NEEDED("Jawaban aduan ini harus disetujui orang lain sebelum terbit."),
    APPROVAL_ALREADY_REQUESTED("Persetujuan sudah diminta."),
    APPROVAL_NOT_REQUESTED("Belum ada permintaan persetujuan."),
    ALREADY_APPROVED("Draf ini sudah disetujui."),
    OWN_DRAFT("Draf sendiri disetujui oleh orang lain."),
    HEAD_NEEDED("Warga mengajukan keberatan: jawabannya harus disetujui kepala sebelum terbit."),
    GOES_UP("Jawaban atas keberatan disetujui kepala."),
    OWN_ANSWER("Keberatan atas jawaban sendiri diputuskan orang lain.");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    /** In Indonesian, for whoever tried. */
    public String text() {
        return text;
    }
}
