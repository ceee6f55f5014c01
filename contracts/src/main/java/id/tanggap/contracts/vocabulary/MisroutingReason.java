package id.tanggap.contracts.vocabulary;

/** Why an agency is not the right one for a complaint (salah tujuan). */
public enum MisroutingReason {
    /** The duty of another agency. */
    NOT_OUR_DUTY,
    /** The right duty in another area. */
    OTHER_AREA,
    /** Nobody in this government is in charge (bukan kewenangan). */
    OUTSIDE_JURISDICTION,
    /** The category that was chosen does not fit the matter. */
    WRONG_CATEGORY
}
