package id.tanggap.masking.text;

/** What identifies a person. Each is told in the text by a mark that says its kind. */
public enum Kind {
    /** Of the population register: identity number (NIK) or family card (KK), sixteen digits. */
    IDENTITY_NUMBER("[NIK]"),
    TELEPHONE("[TELEPON]"),
    EMAIL("[EMAIL]"),
    /** Of a social network, with or without its link. */
    ACCOUNT("[AKUN]"),
    /** Of a vehicle. */
    PLATE("[NOPOL]"),
    BIRTH_DATE("[TANGGAL LAHIR]"),
    /** Of water, electricity, telephone. */
    CUSTOMER_NUMBER("[PELANGGAN]"),
    BANK_ACCOUNT("[REKENING]"),
    /** Any other that a person has: of a passport, a driving licence, an insurance; or a long one that nothing explains. */
    NUMBER("[NOMOR]"),
    NAME("[NAMA]"),
    /** The number of a home in its street. */
    HOME("[RUMAH]");

    private final String mark;

    Kind(String mark) {
        this.mark = mark;
    }

    /** What stands in the text instead. */
    public String mark() {
        return mark;
    }
}
