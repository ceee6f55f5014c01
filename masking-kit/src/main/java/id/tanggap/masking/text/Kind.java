package id.tanggap.masking.text;

/** What identifies a person. Each is told in the text by a mark that says its kind. */
public enum Kind {
    /** Of the population register: identity number (NIK) or family card (KK), sixteen digits. */
    IDENTITY_NUMBER("[NIK]", "NIK"),
    TELEPHONE("[TELEPON]", "nomor telepon"),
    EMAIL("[EMAIL]", "alamat surel"),
    /** Of a social network, with or without its link. */
    ACCOUNT("[AKUN]", "akun media sosial"),
    /** Of a vehicle. */
    PLATE("[NOPOL]", "nomor polisi kendaraan"),
    BIRTH_DATE("[TANGGAL LAHIR]", "tanggal lahir"),
    /** Of water, electricity, telephone. */
    CUSTOMER_NUMBER("[PELANGGAN]", "nomor pelanggan"),
    BANK_ACCOUNT("[REKENING]", "nomor rekening"),
    /** Any other that a person has: of a passport, a driving licence, an insurance; or a long one that nothing explains. */
    NUMBER("[NOMOR]", "nomor pribadi"),
    NAME("[NAMA]", "nama orang"),
    /** The number of a home in its street. */
    HOME("[RUMAH]", "nomor rumah");

    private final String mark;
    private final String word;

    Kind(String mark, String word) {
        this.mark = mark;
        this.word = word;
    }

    /** What stands in the text instead. */
    public String mark() {
        return mark;
    }

    /** What citizens call it, in Indonesian, within a sentence. */
    public String word() {
        return word;
    }
}
