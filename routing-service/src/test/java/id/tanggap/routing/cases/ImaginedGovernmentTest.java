package id.tanggap.routing.cases;

import static id.tanggap.routing.cases.GerbangFixture.GERBANG;
import static id.tanggap.routing.cases.ReceivedFixture.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.CloseReason;
import id.tanggap.contracts.event.RoutingEvent.ComplaintVerified;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.GroupStayedSilent;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A complaint's way by the files alone of a government that no code ever heard of. All times are its own, East Indonesian
 * ones; its offices work from 08.00 to 16.00 with a break from 12.00 to 13.00, on Fridays from 11.00. 2 November 2026 is a
 * Monday, 17 August 2026 a holiday on a Monday.
 */
class ImaginedGovernmentTest {
    @Test
    void takesAComplaintFromReceiptToCloseByItsOwnRows() {
        var story = Story.in(GERBANG).at("2026-11-02T09:00").receive(received().inCategory("jalan"));
        assertThat(story.news())
                .startsWith(
                        new ComplaintVerified(story.now()),
                        new ForwardedToGroup("Grup Gerbang", ForwardedToGroup.claimPathOf(story.id()), story.now()));
        assertThat(story.due("tunggu-grup")).isEqualTo("2026-11-02T12:00");
        assertThat(story.due("promise")).isEqualTo("2026-11-10T16:00");
        assertThat(story.due("baru")).isEqualTo("2026-11-20T16:00");

        story.at("2026-11-02T10:30").claim("pu");
        assertThat(story.runs("tunggu-grup")).isFalse();
        assertThat(story.due("mulai")).isEqualTo("2026-11-02T15:30");

        story.at("2026-11-02T14:00").hear(new Accepted("pu", story.now()));
        assertThat(story.met("mulai")).isTrue();
        assertThat(story.due("jawab")).isEqualTo("2026-11-04T16:00");

        story.at("2026-11-04T15:00").hear(new AnswerPublished("pu", "Sudah.", story.now()));
        assertThat(story.told(ClockMet.class))
                .extracting(ClockMet::rule, ClockMet::tookSeconds, ClockMet::late)
                .contains(tuple("mulai", 9_000L, false), tuple("jawab", 54_000L, false));

        // Seventy-two hours by the clock on the wall, over a weekend.
        story.until("2026-11-07T15:00");
        assertThat(story.state()).isEqualTo(CaseState.ANSWERED);
        story.until("2026-11-07T15:01");
        assertThat(story.state()).isEqualTo(CaseState.CLOSED);
        assertThat(story.told(CaseClosed.class))
                .extracting(CaseClosed::reason)
                .containsExactly(CloseReason.COMPLAINANT_SILENT);
        assertThat(story.told(DeadlineMissed.class)).isEmpty();
    }

    @Test
    void sendsToTheProposedAgencyAfterItsGroupWasSilentForThreeWorkingHours() {
        var story = Story.in(GERBANG).at("2026-11-06T15:00").receive(received().inCategory("jalan"));

        // One on Friday, two on Monday.
        story.until("2026-11-09T10:00");
        assertThat(story.state()).isEqualTo(CaseState.FORWARDED);
        story.until("2026-11-09T10:01");

        assertThat(story.news())
                .hasAtLeastOneElementOfType(GroupStayedSilent.class)
                .hasAtLeastOneElementOfType(Dispatched.class)
                .doesNotHaveAnyElementsOfTypes(DeadlineMissed.class);
        assertThat(story.agency()).isEqualTo("pu");
        assertThat(story.met("kirim")).isTrue();
    }

    @Test
    void leavesToAPersonWhatNoRuleKnows() {
        var story = Story.in(GERBANG).at("2026-11-02T09:00").receive(received().saying("Usul saja"));

        story.until("2026-11-02T12:01");

        assertThat(story.agency()).isNull();
        assertThat(story.told(DestinationProposed.class))
                .singleElement()
                .satisfies(proposed ->
                        assertThat(proposed.candidates().getFirst().agency()).isEqualTo("kominfo"));
    }

    @Test
    void sparesTheGroupWhatAccusesSomebody() {
        var story = Story.in(GERBANG).receive(received().inCategory("jalan").ofType(ComplaintType.OVERSIGHT));

        assertThat(story.told(ForwardedToGroup.class)).isEmpty();
        assertThat(story.agency()).isEqualTo("pu");
        assertThat(story.runs("grup")).isFalse();
        assertThat(story.met("grup")).isFalse();
        assertThat(story.runs("baru")).isFalse();
    }

    @Test
    void movesOnOnceAndLeavesTheSecondHopToACoordinator() {
        var story = Story.in(GERBANG).at("2026-11-02T09:00").receive(received().inCategory("jalan"));
        story.claim("pu");
        story.giveBack("pu", "bpn");
        assertThat(story.news())
                .extracting(Object::getClass)
                .startsWith(ReturnedAsMisrouted.class, Redelegated.class, Dispatched.class);
        assertThat(story.agency()).isEqualTo("bpn");

        story.at("2026-11-02T15:00").giveBack("bpn", "kec-hulu");

        assertThat(story.state()).isEqualTo(CaseState.REDELEGATED);
        assertThat(story.due("alih")).isEqualTo("2026-11-03T09:00");
        assertThat(story.told(DestinationProposed.class))
                .singleElement()
                .satisfies(proposed -> assertThat(proposed.candidates())
                        .extracting(candidate -> candidate.agency())
                        .containsExactly("kec-hulu", "pu"));
        story.coordinatorSendsTo("kec-hulu");
        assertThat(story.agency()).isEqualTo("kec-hulu");
        assertThat(story.hop()).isEqualTo(2);
        assertThat(story.due("promise")).isEqualTo("2026-11-10T16:00");
    }

    @Test
    void climbsItsOwnLadders() {
        var story = Story.in(GERBANG).at("2026-11-02T09:00").receive(received().inCategory("jalan"));
        story.claim("pu");

        // Half of the 47 open hours, all of them, and a quarter more.
        story.until("2026-11-05T11:29");
        assertThat(story.escalations("promise")).isEmpty();
        story.until("2026-11-05T11:30");
        assertThat(story.escalations("promise")).containsExactly(tuple(0.5, Position.AGENCY_ADMIN));
        story.until("2026-11-10T16:00");
        assertThat(story.missed("promise")).isFalse();
        story.until("2026-11-10T16:01");
        assertThat(story.missed("promise")).isTrue();
        story.until("2026-11-12T13:44");
        assertThat(story.escalations("promise")).hasSize(2);
        story.until("2026-11-12T13:45");

        assertThat(story.escalations("promise"))
                .containsExactly(
                        tuple(0.5, Position.AGENCY_ADMIN),
                        tuple(1.0, Position.COORDINATOR),
                        tuple(1.25, Position.PATRON));
        assertThat(story.escalations("mulai"))
                .containsExactly(
                        tuple(0.75, Position.AGENCY_ADMIN),
                        tuple(1.0, Position.AGENCY_HEAD),
                        tuple(2.0, Position.SERVICE_OWNER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # The nation's holiday, and the government's own
        2026-08-14T14:00 | 2026-08-18T09:00 | 2026-08-25T16:00
        2026-02-06T14:00 | 2026-02-10T09:00 | 2026-02-17T16:00
        # What is a holiday in another nation's file is none here
        2026-12-24T14:00 | 2026-12-25T09:00 | 2027-01-01T16:00
        """)
    void passesOverItsHolidays(String received, String groupDue, String promiseDue) {
        var story = Story.in(GERBANG).at(received).receive(received().inCategory("jalan"));

        assertThat(story.due("tunggu-grup")).isEqualTo(groupDue);
        assertThat(story.due("promise")).isEqualTo(promiseDue);
    }

    @Test
    void letsACitizenHoldItForTwoWorkingDaysThoughItWaitsForFive() {
        var story = Story.in(GERBANG).at("2026-11-02T09:00").receive(received().inCategory("jalan"));
        story.claim("pu").at("2026-11-02T10:00").hear(new InformationRequested("pu", null, story.now()));
        assertThat(story.due("promise")).isEqualTo("2026-11-13T15:00");

        story.until("2026-11-09T16:00");
        assertThat(story.state()).isEqualTo(CaseState.NEEDS_INFO);
        story.until("2026-11-09T16:01");

        assertThat(story.news()).hasAtLeastOneElementOfType(ReplyOverdue.class);
        assertThat(story.state()).isEqualTo(CaseState.DISPATCHED);
        assertThat(story.due("promise")).isEqualTo("2026-11-13T15:00");
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31T23:59,lama,baru", "2026-01-01T00:00,baru,lama"})
    void goesByTheLawOfTheDayOfReceiptInItsOwnZone(String received, String holds, String not) {
        // Both are still the old year in Jakarta and in Greenwich.
        var story = Story.in(GERBANG).at(received).receive(received().inCategory("jalan"));

        assertThat(story.runs(holds)).isTrue();
        assertThat(story.runs(not)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta,2026-11-10T09:00:00Z",
        "Asia/Makassar,2026-11-10T08:00:00Z",
        "Asia/Jayapura,2026-11-10T07:00:00Z"
    })
    void keepsTheSameHoursByTheClocksOfEveryZone(String zone, Instant due, @TempDir Path folder) throws IOException {
        var story = Story.in(GerbangFixture.in(zone, folder))
                .at("2026-11-02T09:00")
                .receive(received().inCategory("jalan"));

        assertThat(story.due("promise")).isEqualTo("2026-11-10T16:00");
        assertThat(story.told(ClockStarted.class))
                .filteredOn(started -> "promise".equals(started.rule()))
                .extracting(ClockStarted::dueAt)
                .containsExactly(due);
    }
}
