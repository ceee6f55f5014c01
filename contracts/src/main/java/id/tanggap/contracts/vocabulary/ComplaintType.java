package id.tanggap.contracts.vocabulary;

/** The four legal classes of a complaint; deadlines and secrecy depend on them. */
public enum ComplaintType {
    /** Aspirasi. */
    ASPIRATION,
    /** Permintaan informasi. */
    INFORMATION_REQUEST,
    /** Pengaduan tidak berkadar pengawasan. */
    ORDINARY,
    /** Pengaduan berkadar pengawasan: alleged misconduct, secret unless the citizen says otherwise. */
    OVERSIGHT
}
