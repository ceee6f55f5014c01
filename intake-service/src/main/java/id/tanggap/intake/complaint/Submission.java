package id.tanggap.intake.complaint;

import id.tanggap.intake.receipt.Receipt;
import id.tanggap.rest.Problem.FieldError;
import java.util.List;

/** What became of a form that was handed in. */
public sealed interface Submission {
    /** Stored; survives any crash from here on. */
    record Accepted(Receipt receipt) implements Submission {}

    /** Not stored: who brings it files with another government only. */
    record Foreign() implements Submission {}

    /** Not stored: fields name what the government does not know. */
    record Invalid(List<FieldError> errors) implements Submission {}

    /** Not stored: the key was used for another form before. */
    record KeyReused() implements Submission {}

    /** Not stored: more came in than can be written. */
    record Busy() implements Submission {}
}
