package id.tanggap.contracts.event;

import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An act of one kind or another: one of these is there, all others are null. As with an enum, readers learn a new kind before
 * anybody writes it.
 */
public record OneAct(
        @Nullable ComplainantReplied replied,
        @Nullable ObjectionRaised objected,
        @Nullable ComplaintWithdrawn withdrawn,
        @Nullable ComplaintScreenedOut screenedOut,
        @Nullable ComplaintsLinked linked,
        @Nullable ComplaintsUnlinked unlinked,
        @Nullable Accepted accepted,
        @Nullable DispositionIssued disposed,
        @Nullable DivisionAnswered divisionAnswered,
        @Nullable InformationRequested asked,
        @Nullable AnswerPublished answered,
        @Nullable Resolved resolved) {

    /** @throws IllegalArgumentException when it is not exactly one */
    public OneAct {
        var given = given(
                        replied,
                        objected,
                        withdrawn,
                        screenedOut,
                        linked,
                        unlinked,
                        accepted,
                        disposed,
                        divisionAnswered,
                        asked,
                        answered,
                        resolved)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException("One act, not " + given);
        }
    }

    public static OneAct of(Act act) {
        return new OneAct(
                only(ComplainantReplied.class, act),
                only(ObjectionRaised.class, act),
                only(ComplaintWithdrawn.class, act),
                only(ComplaintScreenedOut.class, act),
                only(ComplaintsLinked.class, act),
                only(ComplaintsUnlinked.class, act),
                only(Accepted.class, act),
                only(DispositionIssued.class, act),
                only(DivisionAnswered.class, act),
                only(InformationRequested.class, act),
                only(AnswerPublished.class, act),
                only(Resolved.class, act));
    }

    private static <A extends Act> @Nullable A only(Class<A> kind, Act act) {
        return kind.isInstance(act) ? kind.cast(act) : null;
    }

    /** The one that is there. */
    public Act it() {
        return given(
                        replied,
                        objected,
                        withdrawn,
                        screenedOut,
                        linked,
                        unlinked,
                        accepted,
                        disposed,
                        divisionAnswered,
                        asked,
                        answered,
                        resolved)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Act> given(@Nullable Act... kinds) {
        return Stream.of(kinds).filter(Objects::nonNull);
    }
}
