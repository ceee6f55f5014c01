package id.tanggap.contracts.vocabulary;

/** A way on which a citizen can be reached. */
public enum ContactWay {
    EMAIL,
    PHONE
}
