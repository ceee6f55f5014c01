package id.tanggap.response.projection;

import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.response.desk.FormerAnswer;
import id.tanggap.response.desk.Undone;
import id.tanggap.response.life.Action;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the desk did and has no effect: whoever did it is told so and finds the words again, and it stands no longer. */
final class Refusals {
    private static final String REFUSE = """
            update deed set refused_at = $2, refused_because = $3 where act_id = $1
            returning id, case_id, action, former
            """;
    private static final String LATER = """
            select id, action, former from deed where case_id = $1 and id > $2 and refused_at is null order by id
            """;
    private static final String REMEMBER = "update deed set former = $2 where id = $1";

    private static final String ANSWER = """
            select answer, answered_at, answered_by, follow_up, follow_up_by, follow_up_due_at, resolved_at
            from desk_case where id = $1
            """;
    private static final String STAND_AGAIN = """
            update desk_case
            set answer = $1, answered_at = $2, answered_by = $3, follow_up = $4, follow_up_by = $5,
                follow_up_due_at = $6, resolved_at = $7
            where id = $8
            """;

    /** One after the other, since one may stand on the other. Their cases are locked. */
    static Uni<Void> of(SqlConnection transaction, List<ActRefused> refusals) {
        return Multi.createFrom()
                .iterable(refusals)
                .onItem()
                .transformToUniAndConcatenate(refused -> refuse(transaction, refused))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Uni<Void> refuse(SqlConnection transaction, ActRefused refused) {
        return transaction
                .preparedQuery(REFUSE)
                .execute(Tuple.of(
                        refused.actId(),
                        refused.refusedAt().atOffset(ZoneOffset.UTC),
                        refused.reason().name()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : undo(transaction, rows.iterator().next()));
    }

    private static Uni<Void> undo(SqlConnection transaction, Row deed) {
        return Multi.createFrom()
                .items(Undone.by(action(deed)))
                .onItem()
                .transformToUniAndConcatenate(what -> undo(transaction, what, deed))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Uni<Void> undo(SqlConnection transaction, Undone what, Row deed) {
        var about = deed.getUUID("case_id");
        return transaction
                .preparedQuery(LATER)
                .execute(Tuple.of(about, deed.getLong("id")))
                .map(later -> follower(what, later))
                .chain(follower -> follower == null
                        ? standAgain(transaction, about, what, former(deed))
                        : remember(transaction, follower, what, former(deed)));
    }

    private static @Nullable Row follower(Undone what, RowSet<Row> later) {
        return StreamSupport.stream(later.spliterator(), false)
                .filter(row -> what.isChangedBy(action(row)))
                .findFirst()
                .orElse(null);
    }

    private static Uni<Void> remember(SqlConnection transaction, Row follower, Undone what, FormerAnswer before) {
        var remembered = what.restored(former(follower), before);
        return transaction
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(follower.getLong("id"), remembered.written()))
                .replaceWithVoid();
    }

    private static Uni<Void> standAgain(SqlConnection transaction, UUID about, Undone what, FormerAnswer before) {
        return transaction
                .preparedQuery(ANSWER)
                .execute(Tuple.of(about))
                .map(rows -> what.restored(answer(rows.iterator().next()), before))
                .chain(stands -> transaction
                        .preparedQuery(STAND_AGAIN)
                        .execute(columns(stands).addUUID(about)))
                .replaceWithVoid();
    }

    private static FormerAnswer former(Row deed) {
        return FormerAnswer.read(deed.getString("former"));
    }

    private static Action action(Row deed) {
        return Action.valueOf(deed.getString("action"));
    }

    private static FormerAnswer answer(Row row) {
        return new FormerAnswer(
                row.getString("answer"),
                instant(row.getOffsetDateTime("answered_at")),
                row.getString("answered_by"),
                row.getString("follow_up"),
                row.getLocalDate("follow_up_by"),
                instant(row.getOffsetDateTime("follow_up_due_at")),
                instant(row.getOffsetDateTime("resolved_at")));
    }

    private static Tuple columns(FormerAnswer stands) {
        return Tuple.tuple()
                .addString(stands.answer())
                .addOffsetDateTime(utc(stands.answeredAt()))
                .addString(stands.answeredBy())
                .addString(stands.followUp())
                .addLocalDate(stands.followUpBy())
                .addOffsetDateTime(utc(stands.followUpDueAt()))
                .addOffsetDateTime(utc(stands.resolvedAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private Refusals() {}
}
