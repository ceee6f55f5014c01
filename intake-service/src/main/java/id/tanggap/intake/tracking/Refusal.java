package id.tanggap.intake.tracking;

/** Why a citizen cannot add something. */
public enum Refusal {
    NOT_ASKED("Saat ini instansi tidak meminta kelengkapan untuk aduan ini."),
    NOT_ANSWERED("Keberatan dapat diajukan setelah aduan ini dijawab."),
    IS_NOT_ANSWERED("Survei dapat diisi setelah aduan ini dijawab."),
    IS_SURVEYED("Survei aduan ini sudah Anda isi. Terima kasih."),
    IS_OBJECTED("Keberatan Anda sudah kami terima dan sedang ditangani."),
    IS_AGREED("Persetujuan Anda sudah kami terima."),
    NOT_LONG_ENOUGH("Aduan ini belum cukup lama menunggu jawaban untuk diteruskan ke Ombudsman."),
    IS_CLOSED("Aduan ini sudah selesai. Bila masalahnya belum teratasi, sampaikan aduan baru."),
    IS_REFERRED("Aduan ini bukan kewenangan pemerintah daerah ini dan tidak ditangani lagi di sini."),
    IS_WITHDRAWN("Aduan ini sudah dicabut."),
    IS_REJECTED("Aduan ini tidak dapat ditindaklanjuti. Bila masalahnya lain, sampaikan aduan baru."),
    IS_WITH_THE_OFFICES("Aduan ini sudah diteruskan; instansi yang menanganinya yang menjawab."),
    IS_ERASED("Data aduan ini sudah dihapus, maka tidak ada yang dapat ditambahkan.");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    /** In Indonesian, for whoever tried. */
    public String text() {
        return text;
    }
}
