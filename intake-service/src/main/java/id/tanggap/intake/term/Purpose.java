package id.tanggap.intake.term;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.sop.SopStep;
import id.tanggap.governments.sop.StepRole;
import id.tanggap.governments.sop.SystemAct;
import org.jspecify.annotations.Nullable;

/** What a date is for, beside the promised answer. */
public enum Purpose {
    /** Until when the citizen may reply to a question; the office goes on without a reply then. */
    REPLY,
    /** Until when the citizen may object to an answer; silence closes the complaint then. */
    OBJECTION,
    /** By when an objection is answered. */
    OBJECTION_ANSWER,
    /** By when the agency promised to be done in the field (tindak lanjut). */
    FOLLOW_UP,
    /** What the law allows at most until the answer. */
    LAW;

    private static final String RECEIVED = EventCodec.wireName(ComplaintReceived.class);
    private static final String ANSWERED = EventCodec.wireName(AnswerPublished.class);
    private static final String OBJECTED = EventCodec.wireName(ObjectionRaised.class);

    /** Null for a deadline that concerns the offices alone, or that this SOP does not know. */
    public static @Nullable Purpose of(ClockKind clock, @Nullable String rule, Sop sop) {
        if (rule == null) {
            return null;
        }
        return switch (clock) {
            case PROMISE -> null;
            case CEILING -> isOfTheAnswer(rule, sop) ? LAW : null;
            case STEP -> of(sop.step(rule));
        };
    }

    private static boolean isOfTheAnswer(String rule, Sop sop) {
        return sop.ceilings().stream()
                .map(ceiling -> ceiling.clock())
                .anyMatch(clock -> clock.id().equals(rule) && clock.lasts(RECEIVED, ANSWERED));
    }

    private static @Nullable Purpose of(@Nullable SopStep step) {
        if (step == null) {
            return null;
        }
        if (step.role() == StepRole.COMPLAINANT) {
            return step.overdue() == SystemAct.CLOSE ? OBJECTION : REPLY;
        }
        return step.clock().lasts(OBJECTED, ANSWERED) ? OBJECTION_ANSWER : null;
    }
}
