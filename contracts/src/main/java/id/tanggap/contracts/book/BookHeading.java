package id.tanggap.contracts.book;

/** What a column is called in the first line of the file. Offices sort and sum by these names, so they stay. */
public enum BookHeading {
    NO("NO"),
    NUMBER("NOMOR ADUAN"),
    RECEIVED("TANGGAL"),
    CHANNEL("KANAL"),
    TYPE("KLASIFIKASI"),
    CATEGORY("KATEGORI"),
    AREA("WILAYAH"),
    ADDRESS("LOKASI"),
    WORDS("ADUAN"),
    AGENCY("DINAS"),
    DISPATCHED("TANGGAL DITERUSKAN"),
    MOVES("PINDAH"),
    DUE("TENGGAT"),
    ANSWERED("TANGGAL JAWABAN"),
    ANSWER("JAWABAN"),
    STATE("KEADAAN"),
    LATENESS("KETEPATAN"),
    LATE_BY("TERLAMBAT (JAM)"),
    OBJECTED("KEBERATAN"),
    SATISFACTION("KEPUASAN"),
    REMARK("SARAN"),
    SOURCE("ASAL DATA"),
    /** The channel, as Karanganyar's monthly recap calls it. */
    RECAP_CHANNEL("SOSIAL MEDIA"),
    LINK("LINK ADUAN"),
    /** How much of it others may see: without it nobody could read a file again and keep what is secret. */
    SECRECY("SIFAT"),
    /** Done in the field, which is neither the answer nor the end. */
    RESOLVED("TUNTAS"),
    CLOSED("DITUTUP");

    private final String text;

    BookHeading(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
