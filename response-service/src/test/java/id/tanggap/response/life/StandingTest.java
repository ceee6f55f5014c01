package id.tanggap.response.life;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the desk shows while it waits for what routing says of its acts, and afterwards. */
class StandingTest {
    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final Accepted ACCEPTED = new Accepted("dishub", AT);
    private static final AnswerPublished ANSWERED = new AnswerPublished("dishub", "Sudah.", AT);
    private static final ReturnedAsMisrouted RETURNED =
            new ReturnedAsMisrouted("dishub", MisroutingReason.NOT_OUR_DUTY, null, AT);
    private static final MoveCalledOff CALLED_OFF = new MoveCalledOff("dishub", "Dinas Perhubungan", 0, AT);

    @Test
    void staysWhereTheLastActPutItWhileEarlierOnesAreTaken() {
        var answered = new Standing(DeskStatus.ANSWERED, null, SECOND);

        assertThat(answered.after(FIRST, ACCEPTED)).isEqualTo(answered);
        assertThat(answered.after(FIRST, ACCEPTED).after(SECOND, ANSWERED))
                .isEqualTo(new Standing(DeskStatus.ANSWERED, null, null));
    }

    @Test
    void staysWhereTheLastActPutItWhileAnEarlierOneIsRefused() {
        var answered = new Standing(DeskStatus.ANSWERED, null, SECOND);

        assertThat(answered.after(UUID.randomUUID(), refused(FIRST, ACCEPTED, DeskStatus.DISPATCHED, null)))
                .isEqualTo(answered);
    }

    /** The case left the desk and came back before routing heard of the acceptance, which has its effect then. */
    @Test
    void leadsBackFromAQuestionToWhatAnEarlierActTurnedItTo() {
        var question = new InformationRequested("dishub", "Di mana?", AT);
        var askedAnew = new Standing(DeskStatus.IN_PROGRESS, null, FIRST)
                .after(UUID.randomUUID(), RETURNED)
                .turned(Action.REQUEST_INFORMATION)
                .told(SECOND, true);

        assertThat(askedAnew.after(FIRST, ACCEPTED).after(SECOND, question))
                .isEqualTo(new Standing(DeskStatus.NEEDS_INFO, DeskStatus.IN_PROGRESS, null));
    }

    @Test
    void standsWhereRoutingSaysWhenItsLastActIsRefused() {
        var asked = new Standing(DeskStatus.NEEDS_INFO, DeskStatus.IN_PROGRESS, FIRST);
        var question = new InformationRequested("dishub", "Di mana?", AT);

        assertThat(asked.after(UUID.randomUUID(), refused(FIRST, question, DeskStatus.WITHDRAWN, null)))
                .isEqualTo(new Standing(DeskStatus.WITHDRAWN, null, null));
        assertThat(asked.after(
                        UUID.randomUUID(), refused(FIRST, question, DeskStatus.NEEDS_INFO, DeskStatus.DISPATCHED)))
                .isEqualTo(new Standing(DeskStatus.NEEDS_INFO, DeskStatus.DISPATCHED, null));
    }

    /** An answer that is not certain leaves with the case; the next agency finds it new. */
    @ParameterizedTest
    @EnumSource(DeskStatus.class)
    void liesInTheQueueOfTheNextWhateverTheFormerDidLast(DeskStatus status) {
        var awaiting = new Standing(status, null, FIRST);

        assertThat(awaiting.after(UUID.randomUUID(), RETURNED)).isEqualTo(Standing.NEW);
        assertThat(awaiting.after(
                        UUID.randomUUID(), new Redelegated("dishub", "dpupr", MisroutingReason.NOT_OUR_DUTY, 1, AT)))
                .isEqualTo(Standing.NEW);
    }

    @Test
    void isAnsweredWhenItsAnswerCallsTheMoveOff() {
        var answered = new Standing(DeskStatus.ANSWERED, null, FIRST);

        assertThat(answered.after(UUID.randomUUID(), RETURNED)
                        .after(UUID.randomUUID(), CALLED_OFF)
                        .after(FIRST, ANSWERED))
                .isEqualTo(new Standing(DeskStatus.ANSWERED, null, null));
    }

    /** The next agency began to work on it, and routing heard of the former's answer first. */
    @Test
    void isAnsweredThoughTheNextHadBegun() {
        var accepted = new Standing(DeskStatus.IN_PROGRESS, null, SECOND);

        assertThat(accepted.after(UUID.randomUUID(), CALLED_OFF)
                        .after(FIRST, ANSWERED)
                        .after(UUID.randomUUID(), refused(SECOND, ACCEPTED, DeskStatus.ANSWERED, null)))
                .isEqualTo(new Standing(DeskStatus.ANSWERED, null, null));
    }

    @Test
    void isObjectedWhenTheObjectionCameBeforeTheResolve() {
        var resolved = new Standing(DeskStatus.RESOLVED, null, FIRST);

        assertThat(resolved.after(UUID.randomUUID(), new ObjectionRaised(null, AT))
                        .after(
                                UUID.randomUUID(),
                                refused(FIRST, new Resolved("dishub", AT), DeskStatus.OBJECTED, null)))
                .isEqualTo(new Standing(DeskStatus.OBJECTED, null, null));
    }

    @Test
    void isNoneOfTheDesksBusinessWhenACitizensActIsRefused() {
        var late = refused(FIRST, new ComplainantReplied("Sisi utara.", AT), DeskStatus.IN_PROGRESS, null);

        assertThat(Standing.isTurnedBy(late)).isFalse();
        assertThat(Standing.isTurnedBy(refused(FIRST, ANSWERED, DeskStatus.WITHDRAWN, null)))
                .isTrue();
        assertThat(Standing.isTurnedBy(new ComplaintWithdrawn(AT))).isTrue();
    }

    private static ActRefused refused(UUID act, Act what, DeskStatus standing, @Nullable DeskStatus before) {
        return new ActRefused(act, OneAct.of(what), ActRefusal.OVERTAKEN, standing, before, AT);
    }
}
