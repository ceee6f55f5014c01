package id.tanggap.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.Told;
import id.tanggap.reporting.facts.Feed;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class RollupsTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    /** What the sums and the facts do not agree upon, at one moment. */
    private static final String DISAGREEMENT = """
            with kept as (
                select government, month, cut, key, sum(received), sum(answered), sum(open), sum(ended), sum(overdue),
                       sum(late), sum(objected), sum(kept), sum(missed), sum(moved), sum(unpromised),
                       sum(resolved), sum(closed)
                from (select * from rollup union all select * from rollup_delta) as parts
                group by government, month, cut, key
                having (sum(received), sum(answered), sum(open), sum(kept), sum(missed), sum(moved)) <> (0, 0, 0, 0, 0, 0)
            ), scanned as (
                select government, month, cut, key, received, answered, open, ended, overdue, late, objected, kept,
                       missed, moved, unpromised, resolved, closed
                from rollup_scan
            )
            (select 'kept' as only_in, * from (select * from kept except select * from scanned) as a)
            union all
            (select 'scanned', * from (select * from scanned except select * from kept) as b)
            """;

    @Inject
    Feed feed;

    @Inject
    Fold fold;

    @Inject
    Rollups rollups;

    @Inject
    Pool pool;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
    }

    @Test
    void followsAComplaintFromStateToState() {
        var story = ComplaintStory.in("surakarta");
        feed.take(List.of(story.received()));
        assertThat(sums().all().totals()).returns(1L, Totals::received).returns(1L, Totals::open);

        feed.take(List.of(story.dispatched(), story.clockStarted(), story.deadlineMissed()));
        assertThat(sums().all().totals()).returns(1L, Totals::overdue);
        assertThat(sums().by(Cut.AGENCY)).extracting(Sum::key).containsExactly("dpupr");

        feed.take(List.of(story.answeredAfter(Duration.ofDays(4)), story.clockMetAfter(Duration.ofDays(4))));
        assertThat(sums().all().totals())
                .returns(1L, Totals::answered)
                .returns(1L, Totals::answeredLate)
                .returns(0L, Totals::open)
                .returns(0L, Totals::overdue);

        feed.take(List.of(story.objectedAfter(Duration.ofDays(5))));
        assertThat(sums().all().totals())
                .returns(1L, Totals::open)
                .returns(1L, Totals::objected)
                .returns(0L, Totals::answered);

        feed.take(List.of(story.answeredAfter(Duration.ofDays(6))));
        assertThat(sums().all().totals()).returns(1L, Totals::answered).returns(1L, Totals::objected);
    }

    /** Three things: what is answered need not be done, what is done not closed, and an objection takes both back. */
    @Test
    void tellsApartWhatIsAnsweredDoneAndClosed() {
        var story = ComplaintStory.in("surakarta");
        var silent = story.another();
        feed.take(List.of(story.received(), story.dispatched(), story.answeredAfter(Duration.ofDays(1))));
        feed.take(List.of(silent.received(), silent.dispatched(), silent.answeredAfter(Duration.ofDays(1))));
        assertThat(stages()).isEqualTo("2 answered, 0 done, 0 closed");

        feed.take(List.of(story.resolvedAfter(Duration.ofDays(2)), silent.closedAfter(Duration.ofDays(15))));
        assertThat(stages()).isEqualTo("2 answered, 1 done, 1 closed");

        feed.take(List.of(story.objectedAfter(Duration.ofDays(3))));
        assertThat(stages()).isEqualTo("1 answered, 0 done, 1 closed");

        feed.take(List.of(story.answeredAfter(Duration.ofDays(4))));
        assertThat(stages()).isEqualTo("2 answered, 0 done, 1 closed");

        feed.take(List.of(story.resolvedAfter(Duration.ofDays(5)), story.closedAfter(Duration.ofDays(20))));
        assertThat(stages()).isEqualTo("2 answered, 1 done, 2 closed");
        assertThat(sums().by(Cut.AGENCY))
                .extracting(sum -> sum.totals().closed())
                .containsExactly(2L);
    }

    private String stages() {
        var totals = sums().all().totals();
        return "%d answered, %d done, %d closed".formatted(totals.answered(), totals.resolved(), totals.closed());
    }

    @Test
    void movesAComplaintFromAgencyToAgency() {
        var story = ComplaintStory.in("surakarta");
        feed.take(List.of(story.received(), story.dispatched()));
        feed.take(List.of(story.redelegated("dishub", 1), story.dispatched("dishub", 1)));

        assertThat(sums().by(Cut.AGENCY))
                .extracting(Sum::key, sum -> sum.totals().received())
                .containsExactly(tuple("dishub", 1L));
        assertThat(sums().by(Cut.MOVE)).extracting(Sum::key).containsExactly("dpupr>dishub>NOT_OUR_DUTY");
    }

    @Test
    void endsWhatNeedsNoAnswer() {
        var screened = ComplaintStory.in("surakarta");
        var withdrawn = screened.another();
        var linked = screened.another();
        var apart = screened.another();
        feed.take(List.of(screened.received(), screened.screenedOut(), withdrawn.received(), withdrawn.withdrawn()));
        feed.take(List.of(linked.received(), linked.linkedAfter(Duration.ofHours(1))));
        feed.take(List.of(
                apart.received(), apart.linkedAfter(Duration.ofHours(1)), apart.unlinkedAfter(Duration.ofHours(2))));

        assertThat(sums().all().totals())
                .returns(4L, Totals::received)
                .returns(3L, Totals::ended)
                .returns(1L, Totals::open);
    }

    @Test
    void areTheSameBeforeAndAfterTheFolding() {
        var story = ComplaintStory.in("surakarta");
        feed.take(IntStream.range(0, 50)
                .mapToObj(_ -> story.another().answered(Duration.ofDays(1)))
                .flatMap(List::stream)
                .toList());
        var before = sums();
        assertThat(feed.query("select count(*) as n from rollup_delta").getFirst())
                .doesNotContainEntry("n", 0L);

        assertThat(fold.fold().await().indefinitely()).isPositive();

        assertThat(feed.query("select count(*) as n from rollup_delta").getFirst())
                .containsEntry("n", 0L);
        assertThat(sums()).isEqualTo(before).isEqualTo(scanned());
    }

    @Test
    void foldByThemselvesSoonAfterAChange() {
        feed.take(ComplaintStory.in("surakarta").open());

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(feed.query(
                                        "select (select count(*) from rollup_delta) as waiting, (select count(*) from rollup) as kept")
                                .getFirst())
                        .containsEntry("waiting", 0L)
                        .doesNotContainEntry("kept", 0L));
    }

    @Test
    void equalTheFullScanAtEveryMomentOfConcurrentChange() {
        var random = new Random(11);
        var events = IntStream.range(0, 300)
                .mapToObj(i -> story(i, random))
                .flatMap(List::stream)
                .toList();
        var done = new AtomicBoolean();
        // Topics side by side, each of them in its order, as the channels do.
        var all = Uni.join()
                .all(Topics.ALL.stream()
                        .map(topic -> inBatches(events, topic, random))
                        .toList())
                .andFailFast()
                .onTermination()
                .invoke(() -> done.set(true))
                .subscribeAsCompletionStage();

        var looked = 0;
        while (!done.get() || looked < 5) {
            assertThat(feed.query(DISAGREEMENT)).isEmpty();
            fold.fold().await().indefinitely();
            looked++;
        }

        all.join();
        assertThat(feed.query(DISAGREEMENT)).isEmpty();
        assertThat(sums().all().totals().received())
                .isEqualTo(events.stream().map(Told::complaint).distinct().count());
        assertThat(feed.query("select deadlocks from pg_stat_database where datname = current_database()")
                        .getFirst())
                .containsEntry("deadlocks", 0L);
    }

    private Uni<Void> inBatches(List<Told> events, String topic, Random random) {
        var own = new ArrayList<>(
                events.stream().filter(told -> told.topic().equals(topic)).toList());
        Collections.shuffle(own, random);
        return Multi.createFrom()
                .iterable(own)
                .group()
                .intoLists()
                .of(40)
                .onItem()
                .transformToUniAndConcatenate(feed::batch)
                .collect()
                .last();
    }

    private static List<Told> story(int i, Random random) {
        var story = ComplaintStory.in("surakarta")
                .about(i % 3 == 0 ? null : "jalan-rusak", Channel.values()[i % 5], i % 2 == 0 ? "dpupr" : "dlh");
        var told = new ArrayList<>(story.answered(Duration.ofHours(1 + random.nextInt(120))));
        told.add(story.stepMet("receive"));
        told.add(story.messageSent(MessageKind.RECEIVED));
        if (i % 4 == 0) {
            told.add(story.deadlineMissed());
            told.add(story.stepMissed("distribute"));
        }
        if (i % 5 == 0) {
            told.add(story.redelegated("dishub", 1));
            told.add(story.dispatched("dishub", 1));
        }
        if (i % 7 == 0) {
            told.add(story.objectedAfter(Duration.ofDays(6)));
        }
        if (i % 11 == 0) {
            told.add(story.withdrawn());
        }
        if (i % 6 == 0) {
            told.add(story.surveyed(1 + i % 4, "Terima kasih."));
        }
        if (i % 13 == 0) {
            var past = story.another();
            told.add(past.imported(ImportedState.ANSWERED, past.receivedAt().plus(Duration.ofDays(2))));
        }
        return i % 2 == 0 ? told : told.stream().flatMap(RollupsTest::decided).toList();
    }

    /** As it is told where routing decides: what people did comes by the topic of routing too. */
    private static Stream<Told> decided(Told told) {
        return told.event() instanceof Act act
                ? Stream.of(
                        new Told(told.id(), told.complaint(), told.government(), told.time(), act.asProposal()),
                        new Told(
                                UUID.randomUUID(),
                                told.complaint(),
                                told.government(),
                                told.time(),
                                new ActTaken(told.id(), OneAct.of(act), null)))
                : Stream.of(told);
    }

    private Sums sums() {
        return rollups.of(pool, "surakarta", OCTOBER).await().indefinitely();
    }

    private Sums scanned() {
        return rollups.scanned(pool, "surakarta", OCTOBER).await().indefinitely();
    }
}
