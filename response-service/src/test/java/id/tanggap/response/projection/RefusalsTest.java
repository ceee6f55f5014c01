package id.tanggap.response.projection;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.response.Surroundings;
import id.tanggap.response.desk.FormerAnswer;
import id.tanggap.response.desk.Undone;
import id.tanggap.response.life.Action;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever was done, whichever of it has no effect and in whichever order that is heard: the rest stands as if it alone had been
 * done.
 */
@QuarkusTest
@WithTestResource(Surroundings.class)
class RefusalsTest {
    private static final Instant START = Instant.parse("2026-11-02T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final List<Action> ACTIONS = List.of(Action.PUBLISH, Action.RESOLVE, Action.NOTE);

    private static final String CASE = """
            insert into desk_case (id, government, status, answer, answered_at, answered_by, follow_up, follow_up_by,
                                   follow_up_due_at, resolved_at)
            values ($1, 'surakarta', 'ANSWERED', $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String DEED = """
            insert into deed (case_id, action, agency, officer, officer_name, done_at, act_id, former)
            values ($1, $2, 'dishub', 'rina', 'Rina', now(), $3, $4)
            """;
    private static final String STANDS = """
            select answer, answered_at, answered_by, follow_up, follow_up_by, follow_up_due_at, resolved_at
            from desk_case where id = $1
            """;

    @Inject
    Pool pool;

    private record Done(Action action, UUID act, int hour) {

        FormerAnswer on(FormerAnswer stands) {
            var now = START.plusSeconds(3_600L * hour);
            return switch (action) {
                case PUBLISH ->
                    new FormerAnswer(
                            "Jawaban " + hour,
                            now,
                            "andi",
                            hour % 2 == 0 ? "Janji " + hour : null,
                            hour % 2 == 0 ? TODAY.plusDays(hour) : null,
                            hour % 2 == 0 ? now.plusSeconds(60) : null,
                            null);
                case RESOLVE ->
                    new FormerAnswer(
                            stands.answer(),
                            stands.answeredAt(),
                            stands.answeredBy(),
                            stands.followUp(),
                            stands.followUpBy(),
                            stands.followUpDueAt(),
                            now);
                default -> stands;
            };
        }
    }

    static Stream<Long> stories() {
        return new Random(18).longs(60).boxed();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void leaveWhatTheRestWouldHaveLeft(long seed) {
        var random = new Random(seed);
        var about = UUID.randomUUID();
        var all = IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(hour -> new Done(ACTIONS.get(random.nextInt(ACTIONS.size())), UUID.randomUUID(), hour))
                .toList();
        keep(about, all);
        var refused =
                new ArrayList<>(all.stream().filter(_ -> random.nextBoolean()).toList());
        Collections.shuffle(refused, random);

        pool.withTransaction(transaction -> Refusals.of(
                        transaction, refused.stream().map(RefusalsTest::refusal).toList()))
                .await()
                .indefinitely();

        assertThat(stands(about)).isEqualTo(after(all, done -> !refused.contains(done)));
    }

    private static ActRefused refusal(Done done) {
        return new ActRefused(
                done.act(),
                OneAct.of(new Accepted("dishub", START)),
                ActRefusal.OVERTAKEN,
                DeskStatus.DISPATCHED,
                null,
                START);
    }

    private void keep(UUID about, List<Done> all) {
        execute(CASE, columns(Tuple.of(about), after(all, _ -> true)));
        for (var done : all) {
            var former = after(all, before -> before.hour() < done.hour());
            var remembered = Undone.by(done.action()).findAny().isPresent() ? former.written() : null;
            execute(DEED, Tuple.of(about, done.action().name(), done.act(), remembered));
        }
    }

    private static FormerAnswer after(List<Done> all, Predicate<Done> effective) {
        var stands = FormerAnswer.NONE;
        for (var done : all) {
            stands = effective.test(done) ? done.on(stands) : stands;
        }
        return stands;
    }

    private FormerAnswer stands(UUID about) {
        return answer(pool.preparedQuery(STANDS)
                .execute(Tuple.of(about))
                .await()
                .indefinitely()
                .iterator()
                .next());
    }

    private static FormerAnswer answer(Row row) {
        return new FormerAnswer(
                row.getString("answer"),
                instant(row, "answered_at"),
                row.getString("answered_by"),
                row.getString("follow_up"),
                row.getLocalDate("follow_up_by"),
                instant(row, "follow_up_due_at"),
                instant(row, "resolved_at"));
    }

    private static Tuple columns(Tuple tuple, FormerAnswer stands) {
        add(tuple.addString(stands.answer()), stands.answeredAt())
                .addString(stands.answeredBy())
                .addString(stands.followUp())
                .addLocalDate(stands.followUpBy());
        return add(add(tuple, stands.followUpDueAt()), stands.resolvedAt());
    }

    private static Tuple add(Tuple tuple, @Nullable Instant time) {
        return tuple.addOffsetDateTime(time == null ? null : time.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private void execute(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().indefinitely();
    }
}
