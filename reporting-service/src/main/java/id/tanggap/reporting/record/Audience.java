package id.tanggap.reporting.record;

/** For whom a file is made: each sees what it needs and no more, as each column says. */
enum Audience {
    /** Those who evaluate. */
    INTERNAL,
    /** One agency: what it was asked and what it answered. */
    AGENCY,
    /** Anybody: no words, for a name may stand in them; no number; nothing of secret complaints. */
    PUBLIC,
    /** The columns in which Karanganyar keeps its monthly recap. */
    RECAP;

    boolean seesSecretComplaints() {
        return this != PUBLIC;
    }
}
