package id.tanggap.response.desk;

import id.tanggap.contracts.event.ResponseEvent;
import id.tanggap.masking.text.Mark;
import id.tanggap.response.life.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an officer's action. */
public sealed interface Outcome {

    /**
     * @param text what belongs to the deed for those who read the file, such as whom the case was given to
     * @param event what the other services are told; null when it is none of their business
     */
    record Done(@Nullable String text, @Nullable ResponseEvent event) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}

    /** Not done: the words would tell who somebody is, which the officer has not meant to. */
    record Identifying(List<Mark> marks) implements Outcome {}

    static Outcome done(@Nullable String text) {
        return new Done(text, null);
    }

    static Outcome told(@Nullable String text, ResponseEvent event) {
        return new Done(text, event);
    }

    static Outcome refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
