package id.tanggap.intake.past;

import id.tanggap.contracts.event.ImportEvent.TakeBackAsked;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The wish to take an import back as a whole: told to reporting, which knows what was built on it, and answered by it. */
@ApplicationScoped
class TakeBacks {
    /** Should the wish not be heard, it may be told again. */
    private static final Duration UNANSWERED = Duration.ofMinutes(1);

    /** One that was refused may be asked for anew, and so may one that was not heard of for long. */
    private static final String ASK = """
            insert into past_take_back as known (import_id, state, asked_at, asked_by, total)
            select id, 'ASKED', $3, $4, (select count(*) from past_telling where import_id = id)
            from past_import
            where id = $1 and government = $2 and state in ('DONE', 'REFUSED')
              and exists (select from past_telling where import_id = id)
            on conflict (import_id) do update set
                state = excluded.state, asked_at = excluded.asked_at, asked_by = excluded.asked_by, months = null
            where known.state = 'REFUSED' or (known.state = 'ASKED' and known.asked_at < $5)
            """;
    /** Of all that is known of its complaints: what it told, and what would hold again. */
    private static final String MONTHS = """
            select distinct month from past_version
            where complaint_id in (select complaint_id from past_telling where import_id = $1) order by month
            """;

    /** What {@link TakeBackWork} would do, and who else told of what would stay. */
    private static final String PREVIEW = """
            select count(*) filter (where stands and by is null and not unkept)::int as gone,
                   count(*) filter (where stands and outlook.known and not alike)::int as restored,
                   count(*) filter (where not stands or alike or not coalesce(outlook.known, not unkept))::int as stayed,
                   coalesce(array_agg(distinct file_name) filter (where file_name is not null
                                                                    and (not stands or alike)), '{}') as by
            from (%s) as outlook left join past_import as other on other.id = outlook.by
            """.formatted(TakeBackWork.OUTLOOK);

    private static final String ANSWER = """
            update past_take_back set state = $2, months = $3::text[] where import_id = $1 and state = 'ASKED'
            """;

    private final Pool pool;
    private final Outbox outbox;
    private final EventWriter events;
    private final InstantSource time;

    TakeBacks(Pool pool, Outbox outbox, EventWriter events, InstantSource time) {
        this.pool = pool;
        this.outbox = outbox;
        this.events = events;
        this.time = time;
    }

    /**
     * What taking an import back would do.
     *
     * @param gone complaints that it alone told of
     * @param restored of which would hold again what was told before
     * @param stayed that another import tells of as well, or of which is not known what was told before
     * @param by the names of these other files
     */
    record TakeBackPreview(int gone, int restored, int stayed, List<String> by) {}

    Uni<TakeBackPreview> preview(UUID id) {
        return pool.preparedQuery(PREVIEW).execute(Tuple.of(id)).map(rows -> {
            var row = rows.iterator().next();
            return new TakeBackPreview(
                    row.getInteger("gone"),
                    row.getInteger("restored"),
                    row.getInteger("stayed"),
                    List.of(row.getArrayOfStrings("by")));
        });
    }

    /**
     * Tells the wish, unless it was told.
     *
     * @return whether it is under way or was done, be it by this wish or one before
     */
    Uni<Boolean> ask(PastImport file, String by) {
        var now = time.instant();
        var wish = Tuple.of(
                file.id(),
                file.government(),
                now.atOffset(ZoneOffset.UTC),
                by,
                now.minus(UNANSWERED).atOffset(ZoneOffset.UTC));
        return outbox.inTransaction(transaction -> transaction
                .preparedQuery(ASK)
                .execute(wish)
                .chain(rows -> rows.rowCount() > 0
                        ? tell(transaction, file).replaceWith(true)
                        : Uni.createFrom().item(file.takeBack() != null)));
    }

    private Uni<Void> tell(SqlConnection transaction, PastImport file) {
        return transaction
                .preparedQuery(MONTHS)
                .execute(Tuple.of(file.id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> YearMonth.from(row.getLocalDate("month")).toString())
                        .toList())
                .map(months ->
                        events.write(new TakeBackAsked(months, time.instant()), file.id(), file.government(), null))
                .chain(event -> outbox.append(transaction, List.of(event)));
    }

    Uni<Void> allowed(SqlConnection transaction, UUID file) {
        return answer(transaction, file, TakeBack.State.UNDER_WAY, List.of());
    }

    Uni<Void> refused(SqlConnection transaction, UUID file, List<String> months) {
        return answer(transaction, file, TakeBack.State.REFUSED, months);
    }

    private static Uni<Void> answer(SqlConnection transaction, UUID file, TakeBack.State state, List<String> months) {
        return transaction
                .preparedQuery(ANSWER)
                .execute(Tuple.of(file, state.name(), months.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
