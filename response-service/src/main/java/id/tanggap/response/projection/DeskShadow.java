package id.tanggap.response.projection;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.messaging.rebuild.Rebuild;
import id.tanggap.messaging.rebuild.Rebuild.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The desk as the topics alone tell of it, built beside the tables that are in use. What the desk itself decided is in no
 * topic alone and stays as it is, and so does a case of which the topics do not tell from its first event on.
 */
@ApplicationScoped
class DeskShadow implements Rebuild.Shadow {
    private static final String SHADOWS = """
            drop table if exists rebuilt_case, rebuilt_text;
            create table rebuilt_case (like desk_case including defaults including generated, primary key (id));
            create table rebuilt_text (like case_text including defaults, primary key (case_id))
            """;

    private static final String NO_SHADOWS = "drop table if exists rebuilt_case, rebuilt_text";

    /** A case without its receipt, or of whose history the topics no longer tell all. */
    private static final String LEAVE_ALONE = """
            with cut_short as (
                delete from rebuilt_case as told
                where told.number is null or exists (
                    select from desk_case as known
                    where known.id = told.id and not told.history @> known.history)
                returning id
            ), without_words as (
                delete from rebuilt_text where case_id in (select id from cut_short)
            )
            select count(*) as n
            from (select id from cut_short
                  union
                  select id from desk_case where number is not null and id not in (select id from rebuilt_case)) as left_alone
            """;

    /** What several topics told is remembered in the order of its arrival, which may be another one now. */
    private static final String PUT_RIGHT = """
            insert into desk_case as known (id, government, number, channel, type, visibility, category, region_code,
                                            received_at, agency, agency_name, dispatch_reason, hop, dispatched_at, due_at,
                                            clocks, history)
            select id, government, number, channel, type, visibility, category, region_code, received_at, agency,
                   agency_name, dispatch_reason, hop, dispatched_at, due_at, clocks, history
            from rebuilt_case order by id
            on conflict (id) do update
            set number = excluded.number, channel = excluded.channel, type = excluded.type,
                visibility = excluded.visibility, category = excluded.category, region_code = excluded.region_code,
                received_at = excluded.received_at, agency = excluded.agency, agency_name = excluded.agency_name,
                dispatch_reason = excluded.dispatch_reason, hop = excluded.hop,
                dispatched_at = excluded.dispatched_at, due_at = excluded.due_at, clocks = excluded.clocks,
                history = excluded.history
            where (known.number, known.channel, known.type, known.visibility, known.category, known.region_code,
                   known.received_at, known.agency, known.agency_name, known.dispatch_reason, known.hop,
                   known.dispatched_at, known.due_at, known.clocks)
                is distinct from
                  (excluded.number, excluded.channel, excluded.type, excluded.visibility, excluded.category,
                   excluded.region_code, excluded.received_at, excluded.agency, excluded.agency_name,
                   excluded.dispatch_reason, excluded.hop, excluded.dispatched_at, excluded.due_at,
                   excluded.clocks)
                or not (known.history @> excluded.history and excluded.history @> known.history)
            """;

    private static final String PUT_TEXT_RIGHT = """
            insert into case_text as known select * from rebuilt_text
            on conflict (case_id) do update
            set title = excluded.title, text = excluded.text, address = excluded.address, lat = excluded.lat,
                lon = excluded.lon, words = excluded.words, attachments = excluded.attachments
            where (known.title, known.text, known.address, known.lat, known.lon, known.words, known.attachments)
                is distinct from
                  (excluded.title, excluded.text, excluded.address, excluded.lat, excluded.lon, excluded.words,
                   excluded.attachments)
            """;

    private final DeskProjection projection;

    DeskShadow(DeskProjection projection) {
        this.projection = projection;
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.INTAKE, Topics.ROUTING);
    }

    @Override
    public Interest interest() {
        return DeskProjection.INTEREST;
    }

    @Override
    public String begin() {
        return SHADOWS;
    }

    @Override
    public Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        return projection.record(transaction, events, DeskProjection.Tables.REBUILT);
    }

    @Override
    public Uni<Outcome> putRight(SqlConnection transaction) {
        return leaveAlone(transaction)
                .chain(left -> corrected(transaction).map(corrected -> new Outcome(corrected, left)))
                .call(() -> transaction.query(NO_SHADOWS).execute());
    }

    private static Uni<Long> leaveAlone(SqlConnection transaction) {
        return transaction
                .query(LEAVE_ALONE)
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    private static Uni<Long> corrected(SqlConnection transaction) {
        return rowsOf(transaction, PUT_TEXT_RIGHT)
                .chain(texts -> rowsOf(transaction, PUT_RIGHT).map(cases -> texts + cases));
    }

    private static Uni<Long> rowsOf(SqlConnection transaction, String sql) {
        return transaction.query(sql).execute().map(rows -> (long) rows.rowCount());
    }
}
