package id.tanggap.routing.cases;

import static id.tanggap.routing.cases.GerbangFixture.GERBANG;
import static id.tanggap.routing.cases.ReceivedFixture.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import org.junit.jupiter.api.Test;

/**
 * A hospital, {@code rsud}, that is open from 07.00 to 21.00 on Saturdays and holidays too, while the offices of its
 * government close at 16.00. 14 August 2026 is a Friday before a holiday on a Monday.
 */
class AgencyHoursTest {

    @Test
    void countsTheHospitalsStepsByItsHoursAndPromiseAndLawByTheOffices() {
        var story = Story.in(GERBANG).at("2026-08-14T14:00").receive(received().saying("Antrean RSUD panjang"));
        story.at("2026-08-14T15:00").claim("rsud");
        assertThat(story.due("mulai")).isEqualTo("2026-08-14T19:00");

        story.at("2026-08-14T18:30").hear(new Accepted("rsud", story.now()));
        assertThat(story.due("jawab")).isEqualTo("2026-08-17T21:00");
        assertThat(story.due("promise")).isEqualTo("2026-08-25T16:00");
        assertThat(story.due("baru")).isEqualTo("2026-09-04T16:00");

        story.until("2026-08-17T20:59").hear(new AnswerPublished("rsud", "Sudah.", story.now()));

        // Of its own time: two hours and a half, fourteen, and fourteen less a minute. Of the offices': two hours.
        assertThat(story.told(DeadlineMissed.class)).isEmpty();
        assertThat(story.told(ClockMet.class))
                .extracting(ClockMet::rule, ClockMet::tookSeconds, ClockMet::late)
                .contains(
                        tuple("mulai", 12_600L, false),
                        tuple("jawab", 109_740L, false),
                        tuple("promise", 7_200L, false),
                        tuple("baru", 7_200L, false));
    }

    @Test
    void missesTheHospitalsStepsByItsHours() {
        var story = Story.in(GERBANG).at("2026-08-14T14:00").receive(received().saying("Antrean RSUD panjang"));
        story.at("2026-08-14T15:00").claim("rsud");

        story.until("2026-08-14T19:00");
        assertThat(story.missed("mulai")).isFalse();
        story.until("2026-08-14T19:01");
        assertThat(story.missed("mulai")).isTrue();
        // Twice the time: two hours of that evening are left, two are in the next morning.
        story.until("2026-08-15T08:59");
        assertThat(story.escalations("mulai")).hasSize(2);
        story.until("2026-08-15T09:00");
        assertThat(story.escalations("mulai")).hasSize(3);
    }

    @Test
    void countsAgainByTheOfficesWhenAnotherAgencyHasIt() {
        var story = Story.in(GERBANG).at("2026-08-14T14:00").receive(received().saying("Antrean RSUD panjang"));
        story.claim("rsud").at("2026-08-14T15:00").giveBack("rsud", "pu");

        assertThat(story.agency()).isEqualTo("pu");
        assertThat(story.due("mulai")).isEqualTo("2026-08-18T11:00");
    }

    @Test
    void keepsTheHospitalsHoursFromWhoeverElseMustAct() {
        var story = Story.in(GERBANG).at("2026-08-14T14:00").receive(received().saying("Antrean RSUD panjang"));
        story.claim("rsud").at("2026-08-14T18:00").hear(new InformationRequested("rsud", null, story.now()));
        assertThat(story.due("tunggu-warga")).isEqualTo("2026-08-24T16:00");

        story.hear(new ComplainantReplied(null, story.now()));
        story.at("2026-08-14T19:00").giveBack("rsud", null);

        // The coordinator is at the desk again on Tuesday.
        assertThat(story.due("alih")).isEqualTo("2026-08-18T10:00");
        story.until("2026-08-18T10:00");
        assertThat(story.missed("alih")).isFalse();
        story.until("2026-08-18T10:01");
        assertThat(story.missed("alih")).isTrue();
    }
}
