package id.tanggap.bench.replay;

import java.util.List;

/** What became of a row. */
sealed interface Outcome {
    /** Stored, now or by an earlier request under the same key. */
    record Accepted() implements Outcome {}

    /** Stored by an earlier request under the same key that said it differently, before a category was renamed for one. */
    record AcceptedOtherwise() implements Outcome {}

    /** Not stored, and would not be if it were sent again. */
    record Refused(List<String> fields) implements Outcome {}

    /** Nobody knows; sending it again is safe. */
    record Undecided(String why) implements Outcome {}
}
