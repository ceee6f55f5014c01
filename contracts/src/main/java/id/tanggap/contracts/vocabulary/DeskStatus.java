package id.tanggap.contracts.vocabulary;

/** Where a case stands on its agency's desk, as officers say it, and what the outside sees of that. */
public enum DeskStatus {
    /** Lies in the queue; nobody has taken it. */
    DISPATCHED(PublicState.DISPATCHED, "Baru masuk", "New"),
    /** The agency took it in hand. */
    IN_PROGRESS(PublicState.IN_PROGRESS, "Sedang ditangani", "In progress"),
    /** A division was asked (disposisi). */
    DISPOSED(PublicState.IN_PROGRESS, "Di bidang", "With a division"),
    /** The citizen was asked for more; the clocks stand still. */
    NEEDS_INFO(PublicState.NEEDS_INFO, "Menunggu warga", "Waiting for the citizen"),
    /** The answer was given; the citizen may still object. */
    ANSWERED(PublicState.ANSWERED, "Dijawab", "Answered"),
    /** The citizen disputes the answer. */
    OBJECTED(PublicState.OBJECTED, "Keberatan", "Objected"),
    /** What the answer promised is done (tuntas). */
    RESOLVED(PublicState.RESOLVED, "Tuntas", "Resolved"),
    /** At its end (selesai). */
    CLOSED(PublicState.CLOSED, "Selesai", "Closed"),
    /** The citizen took it back. */
    WITHDRAWN(PublicState.WITHDRAWN, "Dicabut", "Withdrawn"),
    /** Carried on under another complaint. */
    MERGED(PublicState.MERGED, "Digabung", "Merged"),
    /** Somebody outside the government is in charge. */
    REFERRED(PublicState.OUT_OF_JURISDICTION, "Dirujuk ke luar", "Referred outside");

    private final PublicState shown;
    private final String id;
    private final String en;

    DeskStatus(PublicState shown, String id, String en) {
        this.shown = shown;
        this.id = id;
        this.en = en;
    }

    /** What the outside sees of it. */
    public PublicState shown() {
        return shown;
    }

    public Words words() {
        return new Words(id, en);
    }
}
