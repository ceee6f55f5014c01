package id.tanggap.reporting.recap.loop;

import io.vertx.mutiny.sqlclient.Row;

/**
 * Where its deeds have brought a recap; nothing else does.
 *
 * @param version the last one that was compiled of the whole month; 0 when none was
 * @param loops how often it was returned
 */
record Standing(RecapState state, int version, int loops) {
    static final Standing START = new Standing(RecapState.RUNNING, 0, 0);

    static Standing read(Row row) {
        return new Standing(
                RecapState.valueOf(row.getString("state")), row.getInteger("version"), row.getInteger("loops"));
    }

    Standing after(Deed deed) {
        return new Standing(
                after(deed.kind()),
                Math.max(version, deed.version()),
                deed.kind() == Deed.Kind.RETURNED ? loops + 1 : loops);
    }

    private RecapState after(Deed.Kind kind) {
        return switch (kind) {
            case MONTH_ENDED, RETURNED -> RecapState.DUE;
            case COMPILED -> RecapState.COMPILED;
            case EVALUATED -> RecapState.EVALUATED;
            case DISPOSED -> RecapState.DISPOSED;
            case ARCHIVED -> RecapState.ARCHIVED;
            case COMPILED_PRELIMINARY, EVALUATION_WRITTEN, STEP_MISSED -> state;
        };
    }

    /** Whether it stands so in the database; what stands there may be no state at all. */
    boolean isThatOf(Row row) {
        return state.name().equals(row.getString("state"))
                && version == row.getInteger("version")
                && loops == row.getInteger("loops");
    }
}
