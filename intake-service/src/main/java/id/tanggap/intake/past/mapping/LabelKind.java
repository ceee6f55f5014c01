package id.tanggap.intake.past.mapping;

/** Of what the government has under ids, and other systems under words of their own. */
public enum LabelKind {
    AGENCY,
    CATEGORY
}
