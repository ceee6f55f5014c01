package id.tanggap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.Told;
import id.tanggap.testkit.SettableTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class FactsTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    @Inject
    Feed feed;

    @Inject
    MeterRegistry meters;

    @Inject
    SettableTime time;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
    }

    @Test
    void takesOverWhatAnotherSystemKnewAsItWasToldLast() {
        var story = ComplaintStory.in("surakarta").saying("Jalan", "Berlubang", "Ditambal");
        feed.take(List.of(story.imported(ImportedState.OPEN, null)));
        assertThat(feed.fact(story.id())).containsEntry("state", "OPEN").containsEntry("answered_at", null);

        var answered = story.receivedAt().plus(A_DAY);
        feed.take(List.of(story.imported(ImportedState.ANSWERED, answered)));

        assertThat(feed.fact(story.id()))
                .containsEntry("source", "SP4N")
                .containsEntry("number", story.number())
                .containsEntry("state", "ANSWERED")
                .containsEntry("agency_name", "Dinas dpupr")
                .containsEntry("text", "Berlubang")
                .containsEntry("answer", "Ditambal")
                .containsEntry("answered_at", java.sql.Timestamp.from(answered));
    }

    /** Told each by itself, as before, or together: the same is known of the complaint and in the sums. */
    @Test
    void knowsTheSameOfClocksHoweverTheyAreTold() {
        var alone = ComplaintStory.in("surakarta");
        var together = alone.another();
        feed.take(alone.deadlines());
        var one = feed.fact(alone.id());

        feed.take(List.of(together.received(), together.dispatched(), together.toldTogether(together.deadlines())));

        var sameButItsName = new TreeMap<>(one);
        sameButItsName.putAll(Map.of("complaint_id", together.id(), "number", together.number()));
        // As text, since arrays of PostgreSQL equal nothing but themselves.
        assertThat(feed.fact(together.id())).hasToString(sameButItsName.toString());
        assertThat(
                        feed.query(
                                "select kept, missed from rollup_scan where cut = 'RULE' and (kept, missed) not in ((2, 0), (0, 2))"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ImportedState.class)
    void leavesItToTheSourceWhatBecameOfAComplaint(ImportedState state) {
        var story = ComplaintStory.in("surakarta");

        feed.take(List.of(story.imported(state, null)));

        assertThat(feed.fact(story.id())).containsEntry("state", state.name());
    }

    @Test
    void keepsWordsThatWereMaskedAnewInPlaceOfEarlierOnesWheneverThoseAreHeard() {
        var story = ComplaintStory.in("surakarta").saying("Rumah Wagimin", "Di rumah Wagimin", "Ditambal");
        var anew = story.maskedAnew(story.receivedAt().plus(A_DAY), "Di rumah [NAMA]", "Kata [NAMA]");
        feed.take(story.answered(A_DAY));
        feed.take(List.of(story.surveyed(4, "Kata Wagimin")));

        feed.take(List.of(anew));
        feed.take(List.of(story.received()));

        assertThat(feed.fact(story.id()))
                .containsEntry("title", null)
                .containsEntry("text", "Di rumah [NAMA]")
                .containsEntry("address", "Jl. Pasar [RUMAH]")
                .containsEntry("answer", "Ditambal");
        assertThat(feed.query("select remark from satisfaction_survey"))
                .containsExactly(Map.of("remark", "Kata [NAMA]"));
    }

    @Test
    void keepsNoWordOfAnImportedSecret() {
        var story = ComplaintStory.in("surakarta").seenAs(Visibility.SECRET);

        feed.take(List.of(
                story.imported(ImportedState.ANSWERED, story.receivedAt().plus(A_DAY))));

        assertThat(feed.fact(story.id()))
                .containsEntry("title", null)
                .containsEntry("text", null)
                .containsEntry("answer", null);
    }

    @Test
    void keepsWhatEveryTopicTells() {
        var story = ComplaintStory.in("surakarta").saying("Jalan", "Berlubang", "Ditambal");
        feed.take(story.answered(A_DAY));
        feed.take(List.of(story.messageSent(MessageKind.RECEIVED), story.messageFailed()));

        assertThat(feed.fact(story.id()))
                .containsEntry("government", "surakarta")
                .containsEntry("number", story.number())
                .containsEntry("channel", "WHATSAPP")
                .containsEntry("type", "ORDINARY")
                .containsEntry("visibility", "PUBLIC")
                .containsEntry("title", "Jalan")
                .containsEntry("text", "Berlubang")
                .containsEntry("category", "jalan-rusak")
                .containsEntry("address", "Jl. Pasar 1")
                .containsEntry("region", "33.72.01.1001")
                .containsEntry("month", java.sql.Date.valueOf("2026-10-01"))
                .containsEntry("agency", "dpupr")
                .containsEntry("agency_name", "Dinas dpupr")
                .containsEntry("hop", 0)
                .containsEntry("promise_due_at", java.sql.Timestamp.from(story.dueAt()))
                .containsEntry("promise_late", false)
                .containsEntry("promise_missed_at", null)
                .containsEntry("answer", "Ditambal")
                .containsEntry(
                        "answered_at",
                        java.sql.Timestamp.from(story.receivedAt().plus(A_DAY)))
                .containsEntry("messages_sent", 1)
                .containsEntry("messages_failed", 1)
                .doesNotContainEntry("accepted_at", null)
                .doesNotContainEntry("dispatched_at", null)
                .doesNotContainEntry("promise_met_at", null)
                .doesNotContainEntry("received_at", null);
    }

    @Test
    void makesTheSameRowOfEveryOrderOfEvents() {
        var late = Duration.ofDays(4);
        var one = ComplaintStory.in("surakarta");
        var orders = permutations(tellings(one, late).size());
        var stories = orders.stream().map(order -> one.another()).toList();
        var tellings = stories.stream().map(story -> tellings(story, late)).toList();

        // Each step is one batch per topic, in which every complaint is at another of its events.
        for (int step = 0; step < orders.getFirst().size(); step++) {
            var at = step;
            feed.take(IntStream.range(0, orders.size())
                    .mapToObj(i -> tellings.get(i).get(orders.get(i).get(at)))
                    .toList());
        }

        assertThat(feed.query("select count(*) as n from complaint_fact").getFirst())
                .containsEntry("n", (long) orders.size());
        assertThat(feed.query("""
                select distinct government, channel, category, text, received_at, month, agency, agency_name, hop,
                       dispatched_at, promise_due_at, promise_met_at, promise_late, promise_missed_at,
                       answer, answered_at, messages_sent, messages_failed
                from complaint_fact left join complaint_words using (complaint_id)
                """))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("agency", "dishub")
                        .containsEntry("hop", 1)
                        .containsEntry("promise_late", true)
                        .containsEntry("messages_sent", 1)
                        .doesNotContainValue(null));
    }

    @Test
    void takesEventsOfOneComplaintThatComeInOneBatch() {
        var story = ComplaintStory.in("surakarta");
        feed.take(List.of(
                story.dispatched(),
                story.clockStarted(),
                story.dispatched("dishub", 1),
                story.ceilingStarted(),
                story.messageSent(MessageKind.RECEIVED),
                story.messageSent(MessageKind.ANSWERED),
                story.received()));

        assertThat(feed.fact(story.id()))
                .containsEntry("agency", "dishub")
                .containsEntry("promise_due_at", java.sql.Timestamp.from(story.dueAt()))
                .containsEntry("messages_sent", 2);
    }

    @Test
    void countsRepeatedEventsOnce() {
        var story = ComplaintStory.in("surakarta");
        var sent = story.messageSent(MessageKind.RECEIVED);
        feed.take(List.of(story.received(), sent, sent));
        feed.take(List.of(sent));

        assertThat(feed.fact(story.id())).containsEntry("messages_sent", 1);
    }

    @Test
    void leavesTheDueDatesOfStepsAlone() {
        var story = ComplaintStory.in("surakarta");
        feed.take(List.of(story.stepStarted()));

        assertThat(feed.fact(story.id())).isEmpty();
    }

    @Test
    void keepsNoWordOfASecretComplaint() {
        var story =
                ComplaintStory.in("surakarta").saying("Judul", "Isi", "Jawaban").seenAs(Visibility.SECRET);
        feed.take(List.of(story.received()));

        assertThat(feed.fact(story.id()))
                .containsEntry("title", null)
                .containsEntry("text", null)
                .containsEntry("address", null)
                .containsEntry("visibility", "SECRET");
    }

    @Test
    void losesNothingWhenAllTopicsWriteTheSameRowsAtOnce() {
        var late = Duration.ofDays(4);
        var stories = IntStream.range(0, 400)
                .mapToObj(i -> ComplaintStory.in("surakarta"))
                .toList();
        var random = new Random(7);
        // Topics side by side, each of them in its order, as the channels do.
        var lanes = Stream.of(
                        stories.stream().map(ComplaintStory::received),
                        stories.stream()
                                .flatMap(s -> Stream.of(s.dispatched(), s.clockStarted(), s.clockMetAfter(late))),
                        stories.stream().flatMap(s -> Stream.of(s.accepted(), s.answeredAfter(late))),
                        stories.stream()
                                .flatMap(s -> Stream.of(
                                        s.messageSent(MessageKind.RECEIVED), s.messageSent(MessageKind.ANSWERED))))
                .map(Stream::toList)
                .map(events -> Multi.createFrom()
                        .items(shuffledBatches(events, random))
                        .onItem()
                        .transformToUniAndConcatenate(feed::batch)
                        .collect()
                        .last())
                .toList();

        Uni.join().all(lanes).andFailFast().await().atMost(Duration.ofSeconds(60));

        assertThat(feed.query("""
                select count(*) as n from complaint_fact
                where month is not null and agency is not null and promise_due_at is not null and promise_late
                  and accepted_at is not null and answered_at is not null and messages_sent = 2
                """).getFirst()).containsEntry("n", 400L);
        assertThat(feed.query("select deadlocks from pg_stat_database where datname = current_database()")
                        .getFirst())
                .containsEntry("deadlocks", 0L);
    }

    @Test
    void putsTheLastEveningOfAMonthWhereTheCalendarOnTheWallPutsIt() {
        var beforeMidnightInWib = ComplaintStory.in("surakarta").receivedAt("2026-10-31T16:30:00Z");
        var afterMidnightInWib = ComplaintStory.in("surakarta").receivedAt("2026-10-31T17:00:00Z");
        var afterMidnightInWit = ComplaintStory.in("karanganyar").receivedAt("2026-10-31T16:30:00Z");
        feed.take(
                List.of(beforeMidnightInWib.received(), afterMidnightInWib.received(), afterMidnightInWit.received()));

        assertThat(Stream.of(beforeMidnightInWib, afterMidnightInWib, afterMidnightInWit)
                        .map(story -> String.valueOf(feed.fact(story.id()).get("month"))))
                .containsExactly("2026-10-01", "2026-11-01", "2026-11-01");
    }

    @Test
    void tellsHowOldTheLastEventOfATopicWas() {
        var story = ComplaintStory.in("surakarta").receivedAt("2026-11-01T00:00:00Z");
        time.set("2026-11-01T00:00:07Z");
        feed.take(List.of(story.received()));

        assertThat(meters.get("projection.lag.millis")
                        .tag("topic", "complaint.intake.v1")
                        .gauge()
                        .value())
                .isEqualTo(7000);
    }

    /** Seven events of four topics, two of them of the same kind. */
    private static List<Told> tellings(ComplaintStory story, Duration answer) {
        return List.of(
                story.received(),
                story.dispatched(),
                story.dispatched("dishub", 1),
                story.clockMetAfter(answer),
                story.deadlineMissed(),
                story.answeredAfter(answer),
                story.messageSent(MessageKind.RECEIVED));
    }

    private static List<List<Integer>> permutations(int n) {
        if (n == 0) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var shorter : permutations(n - 1)) {
            for (int at = 0; at < n; at++) {
                var longer = new ArrayList<>(shorter);
                longer.add(at, n - 1);
                all.add(longer);
            }
        }
        return all;
    }

    private static Stream<List<Told>> shuffledBatches(List<Told> events, Random random) {
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        return IntStream.range(0, 4)
                .mapToObj(i -> shuffled.subList(i * shuffled.size() / 4, (i + 1) * shuffled.size() / 4));
    }
}
