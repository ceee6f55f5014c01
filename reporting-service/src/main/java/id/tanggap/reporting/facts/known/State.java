package id.tanggap.reporting.facts.known;

/** Where a complaint stands for the recap. The table's column of this name says the same of the same columns. */
public enum State {
    OPEN,
    ANSWERED,
    /** It needs no answer of this government, and had none. */
    ENDED;

    /** What another system handled stands as that told. */
    static State of(Known known) {
        var told = known.get("told_state", String.class);
        return told == null ? here(known) : valueOf(told);
    }

    private static State here(Known known) {
        if (known.has("answered_at") && !known.after("objected_at", "answered_at")) {
            return ANSWERED;
        }
        return isEnded(known) ? ENDED : OPEN;
    }

    private static boolean isEnded(Known known) {
        return known.has("screened_out_at")
                || known.has("withdrawn_at")
                || known.has("referred_at")
                || known.after("linked_at", "unlinked_at");
    }
}
