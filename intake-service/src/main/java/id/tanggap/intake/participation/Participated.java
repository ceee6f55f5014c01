package id.tanggap.intake.participation;

import id.tanggap.intake.tracking.Refusal;
import id.tanggap.intake.tracking.Step;
import id.tanggap.rest.Problem.FieldError;
import java.time.Instant;
import java.util.List;

/** What became of a word of the citizen. */
public sealed interface Participated {
    /** Stored; survives any crash from here on. */
    record Added(Step status, Instant at) implements Participated {}

    /** The complaint is not in a state for it. */
    record Refused(Refusal why) implements Participated {}

    /** A file that it came with is not there, or was used before. */
    record WithoutFile(List<FieldError> errors) implements Participated {}

    /** Unknown number or wrong secret. */
    record NotTheirs() implements Participated {}
}
