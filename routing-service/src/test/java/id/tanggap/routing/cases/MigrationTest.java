package id.tanggap.routing.cases;

import static id.tanggap.routing.cases.OldDatabase.ANSWERED;
import static id.tanggap.routing.cases.OldDatabase.ANSWERED_LATE;
import static id.tanggap.routing.cases.OldDatabase.DISPUTED;
import static id.tanggap.routing.cases.OldDatabase.FELL_DUE;
import static id.tanggap.routing.cases.OldDatabase.GOES_ON;
import static id.tanggap.routing.cases.OldDatabase.HALF_GONE;
import static id.tanggap.routing.cases.OldDatabase.HURRIED;
import static id.tanggap.routing.cases.OldDatabase.MISSED;
import static id.tanggap.routing.cases.OldDatabase.RETURNED;
import static id.tanggap.routing.cases.OldDatabase.WAITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.tanggap.clock.Clock;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.DeadlineApproaching;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.Escalated;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.routing.work.CaseWork;
import id.tanggap.testkit.EventBus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The service starts on a database of its first version and carries on with the cases it finds there. */
@QuarkusTest
@WithTestResource(OldDatabase.class)
class MigrationTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    CaseBook book;

    @Inject
    CaseWork work;

    @Test
    void findsEveryCaseInItsState() {
        for (var id : List.of(WAITS, HALF_GONE, FELL_DUE, MISSED)) {
            assertThat(memory(id).state()).isEqualTo(CaseState.DISPATCHED);
            assertThat(memory(id).answeredAt).isNull();
        }
        for (var id : List.of(ANSWERED, ANSWERED_LATE)) {
            assertThat(memory(id).state()).isEqualTo(CaseState.ANSWERED);
        }
        assertThat(memory(ANSWERED).answeredAt).isEqualTo(ago(50));
        assertThat(memory(ANSWERED_LATE).answeredAt).isEqualTo(ago(5));
    }

    @Test
    void findsWhatWasKnownOfACase() {
        assertThat(memory(WAITS)).satisfies(memory -> {
            assertThat(memory.government).isEqualTo("surakarta");
            assertThat(memory.number).isEqualTo("SKA-0000-0001");
            assertThat(memory.type).isEqualTo(ComplaintType.ORDINARY);
            assertThat(memory.visibility).isEqualTo(Visibility.PUBLIC);
            assertThat(memory.agency).isEqualTo("dpupr");
            assertThat(memory.rule).isEqualTo("kategori-jalan-rusak");
            assertThat(memory.reason).isEqualTo("Jalan diurus DPUPR");
            assertThat(memory.hop).isZero();
            assertThat(memory.receivedAt).isEqualTo(ago(10));
            assertThat(memory.dispatchedAt).isEqualTo(ago(10).plusSeconds(1));
            assertThat(memory.proposal.proposal().options()).isEmpty();
        });
    }

    @Test
    void findsThePromiseOfEveryCase() {
        assertThat(List.of(WAITS, HALF_GONE, FELL_DUE, MISSED, ANSWERED, ANSWERED_LATE))
                .map(this::promise)
                .extracting(Clock::startedAt, Clock::dueAt, Clock::metAt)
                .containsExactly(
                        tuple(ago(10), ago(10 - 48), null),
                        tuple(ago(30), ago(30 - 48), null),
                        tuple(ago(49), ago(49 - 48), null),
                        tuple(ago(60), ago(60 - 48), null),
                        tuple(ago(60), ago(60 - 48), ago(50)),
                        tuple(ago(60), ago(60 - 48), ago(5)));
        assertThat(promise(ANSWERED).isLate()).isFalse();
        assertThat(promise(ANSWERED_LATE).isLate()).isTrue();
        assertThat(promise(MISSED).missedAt()).isEqualTo(ago(12));
        assertThat(promise(ANSWERED).missedAt()).isNull();
    }

    /** What is looked for in the table itself: conformance by government and agency. */
    @Test
    void knowsWhoseClocksTheyAre() {
        assertThat(number("""
                        select count(*) from clock where kind = 'PROMISE' and rule = 'promise' and standard = '48 jam'
                          and government = 'surakarta' and agency = 'dpupr' and pauses = '' and complaint_id = any($1)
                        """, WAITS, HALF_GONE, FELL_DUE, MISSED, ANSWERED, ANSWERED_LATE))
                .isEqualTo(6);
    }

    @Test
    void waitsForNothingThatIsOver() {
        assertThat(number("select count(*) from timer where complaint_id = any($1)", MISSED, ANSWERED, ANSWERED_LATE))
                .isZero();
        assertThat(number("select count(next_alarm_at) from cases where complaint_id = any($1)", MISSED, ANSWERED))
                .isZero();
        assertThat(List.of(MISSED, ANSWERED, ANSWERED_LATE))
                .map(this::promise)
                .allSatisfy(promise -> assertThat(promise.nextAlarmAt()).isNull());
    }

    @Test
    void warnsWhenHalfOfAnOldPromiseIsGone() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(HALF_GONE, DeadlineApproaching.class))
                        .extracting(DeadlineApproaching::rule, DeadlineApproaching::share, DeadlineApproaching::dueAt)
                        .containsExactly(tuple("promise", 0.5, ago(30 - 48))));
        assertThat(told(WAITS, DeadlineApproaching.class)).isEmpty();
        // At half and at four fifths of its time.
        assertThat(armedFor(WAITS)).isEqualTo(ago(10 - 24));
        assertThat(armedFor(HALF_GONE)).isEqualTo(ago(30).plus(Duration.ofMinutes(48 * 60 * 4 / 5)));
    }

    @Test
    void missesOnceWhatFellDueWhileItWasDown() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(FELL_DUE, Escalated.class)).isNotEmpty());

        assertThat(told(FELL_DUE, DeadlineMissed.class))
                .singleElement()
                .satisfies(missed -> assertThat(missed.dueAt()).isEqualTo(ago(1)));
    }

    /** Its prepared statements do not fit the tables any more. */
    @Test
    void endsTheSessionsOfAReplicaOfAnEarlierVersion() throws SQLException {
        assertThat(Objects.requireNonNull(OldDatabase.sessionBeside).isValid(5)).isFalse();
    }

    /** It keeps timers, and knows nothing of the alarm of the case. */
    @Test
    void ringsWhatAReplicaOfAnEarlierVersionArmsBeside() {
        await().atMost(SOON).untilAsserted(() -> assertThat(armedFor(HURRIED)).isNotNull());

        pool.withTransaction(transaction -> transaction
                        .preparedQuery("update clock set due_at = $2, rung = 2 where complaint_id = $1")
                        .execute(Tuple.of(HURRIED, ago(1).atOffset(ZoneOffset.UTC)))
                        .chain(() -> transaction.preparedQuery("""
                                        insert into timer (complaint_id, rule, started_at, due_at)
                                        select complaint_id, rule, started_at, due_at from clock where complaint_id = $1
                                        """).execute(Tuple.of(HURRIED))))
                .await()
                .atMost(SOON);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(HURRIED, DeadlineMissed.class))
                        .singleElement()
                        .satisfies(missed -> assertThat(missed.dueAt()).isEqualTo(ago(1))));
        assertThat(number("select count(*) from timer where complaint_id = any($1)", HURRIED))
                .isZero();
        assertThat(armedFor(HURRIED)).isAfter(ago(0));
    }

    @Test
    void carriesAnOldCaseToItsAnswer() {
        EventBus.say("surakarta", GOES_ON, new Accepted("dpupr", ago(2)));
        EventBus.say("surakarta", GOES_ON, new AnswerPublished("dpupr", "Sudah.", ago(1)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(GOES_ON, ClockMet.class))
                        .filteredOn(met -> met.clock() == ClockKind.PROMISE)
                        .extracting(ClockMet::metAt, ClockMet::tookSeconds, ClockMet::late)
                        .containsExactly(tuple(ago(1), Duration.ofHours(9).toSeconds(), false)));
        assertThat(memory(GOES_ON).state()).isEqualTo(CaseState.ANSWERED);
        assertThat(clocks(GOES_ON, "complainant-silence")).hasSize(1);
    }

    @Test
    void movesAnOldCaseToAnotherAgency() {
        var decided = work.decide(
                        RETURNED, null, (it, now) -> it.giveBack("dpupr", MisroutingReason.NOT_OUR_DUTY, "dlh", now))
                .await()
                .atMost(SOON);

        assertThat(Objects.requireNonNull(decided).refusal()).isNull();
        assertThat(memory(RETURNED).agency).isEqualTo("dlh");
        assertThat(memory(RETURNED).hop).isEqualTo(1);
        assertThat(promise(RETURNED).dueAt()).isEqualTo(ago(10 - 48));
    }

    @Test
    void takesAnObjectionToAnOldAnswer() {
        EventBus.say("surakarta", DISPUTED, new ObjectionRaised(null, ago(1)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(memory(DISPUTED).state()).isEqualTo(CaseState.OBJECTED));
        assertThat(clocks(DISPUTED, "objection-answer")).hasSize(1);
    }

    private static Instant ago(int hours) {
        return ConfigProvider.getConfig()
                .getValue(OldDatabase.LAST_AT_WORK, Instant.class)
                .minus(Duration.ofHours(hours));
    }

    private CaseMemory memory(UUID id) {
        return found(id).memory();
    }

    private Clock promise(UUID id) {
        return clocks(id, "promise").getFirst();
    }

    private List<Clock> clocks(UUID id, String rule) {
        return found(id).clocks().stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .toList();
    }

    private Case found(UUID id) {
        @Nullable
        Case found = pool.<@Nullable Case>withConnection(connection -> book.find(connection, id))
                .await()
                .atMost(SOON);
        return Objects.requireNonNull(found);
    }

    private @Nullable Instant armedFor(UUID id) {
        var alarm = pool.preparedQuery("select next_alarm_at from cases where complaint_id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getOffsetDateTime(0);
        return alarm == null ? null : alarm.toInstant();
    }

    private long number(String sql, UUID... ids) {
        return pool.preparedQuery(sql)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private static <E extends Event> List<E> told(UUID id, Class<E> type) {
        return EventBus.heard(Topics.ROUTING, id).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
