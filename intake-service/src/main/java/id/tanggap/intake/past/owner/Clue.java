package id.tanggap.intake.past.owner;

import org.jspecify.annotations.Nullable;

/**
 * What a cell says of whose the row is.
 *
 * @param ours whether it names what is the government's own
 * @param place whose it is otherwise; null when that is not known
 */
record Clue(boolean ours, @Nullable String place) {
    static final Clue OURS = new Clue(true, null);

    static Clue elsewhere(@Nullable String place) {
        return new Clue(false, place);
    }
}
