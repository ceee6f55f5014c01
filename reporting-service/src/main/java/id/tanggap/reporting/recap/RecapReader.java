package id.tanggap.reporting.recap;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.governments.Government;
import id.tanggap.reporting.recap.RecapView.Done;
import id.tanggap.reporting.recap.RecapView.Step;
import id.tanggap.reporting.recap.RecapView.Version;
import id.tanggap.reporting.recap.compilation.Heads;
import id.tanggap.reporting.recap.figures.FigureReader;
import id.tanggap.reporting.recap.figures.Figures;
import id.tanggap.reporting.recap.loop.MonthlyRecap;
import id.tanggap.reporting.recap.loop.MonthlyRecaps;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.recap.loop.RecapRoles;
import id.tanggap.reporting.recap.loop.RecapRoles.Act;
import id.tanggap.reporting.recap.loop.RecapState;
import id.tanggap.rest.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads recaps: the months of a government, and one month with its figures. */
@ApplicationScoped
class RecapReader {
    /** A month is there when something came in or its recap was begun. */
    private static final String MONTHS = """
            with known as (
                select month, received, answered, overdue from rollup
                where government = $1 and cut = 'ALL'
                union all
                select month, received, answered, overdue from rollup_delta
                where government = $1 and cut = 'ALL'
                union all
                select month, 0, 0, 0 from monthly_recap where government = $1
            )
            select known.month, sum(received)::bigint as received, sum(answered)::bigint as answered,
                   sum(overdue)::bigint as overdue, coalesce(max(state), 'RUNNING') as state,
                   coalesce(max(version), 0) as version, coalesce(max(loops), 0) as loops,
                   max(closed.done_at) as closed_at, max(closed.done_by_name) as closed_by, max(closed.link) as seal
            from known
            left join monthly_recap as recap on recap.government = $1 and recap.month = known.month
            left join lateral (select done_at, done_by_name, encode(link, 'hex') as link from recap_deed
                               where recap_id = recap.id order by seq desc limit 1) as closed
                   on recap.state = 'ARCHIVED'
            where known.month < $2
              and ($4::text is null or recap.state = $4)
              and ($5::text is null or exists (select from recap_deed where recap_id = recap.id
                                               and strpos(lower(text), lower($5)) > 0))
            group by known.month
            having sum(received) > 0 or count(recap.id) > 0
            order by known.month desc
            limit $3
            """;

    private static final String VERSIONS = """
            select version, state, preliminary, as_of, complaints, root, requested_by_name,
                   case when version = $2 then head end as head
            from recap_version where recap_id = $1 order by version
            """;

    private final Pool pool;
    private final MonthlyRecaps recaps;
    private final FigureReader figures;
    private final Heads heads;
    private final InstantSource time;

    RecapReader(Pool pool, MonthlyRecaps recaps, FigureReader figures, Heads heads, InstantSource time) {
        this.pool = pool;
        this.recaps = recaps;
        this.figures = figures;
        this.heads = heads;
        this.time = time;
    }

    /** One month of the list; the figures are those of this moment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Month(
            String month,
            RecapState state,
            int version,
            int loops,
            long received,
            long answered,
            long overdue,
            @Nullable Closed closed) {
        static Month of(Row row, Government government, Instant now) {
            var month = new RecapMonth(government, YearMonth.from(row.getLocalDate("month")));
            return new Month(
                    month.month().toString(),
                    month.state(RecapState.valueOf(row.getString("state")), now),
                    row.getInteger("version"),
                    row.getInteger("loops"),
                    row.getLong("received"),
                    row.getLong("answered"),
                    row.getLong("overdue"),
                    row.getString("seal") == null
                            ? null
                            : new Closed(
                                    Instant.parse(row.getString("closed_at")),
                                    row.getString("closed_by"),
                                    row.getString("seal")));
        }
    }

    /** How a recap went into the archive. */
    record Closed(Instant at, @Nullable String by, String seal) {}

    /**
     * Which months.
     *
     * @param before the first that is too late
     * @param state of a recap that was begun; null for all months
     * @param words that were written upon the recap, in whatever case; null for all
     */
    record Wanted(
            YearMonth before,
            @Nullable RecapState state,
            @Nullable String words) {}

    /** The latest first. */
    Uni<List<Month>> months(Government government, Wanted wanted, int limit) {
        var state = wanted.state() == null ? null : wanted.state().name();
        return pool.preparedQuery(MONTHS)
                .execute(Tuple.of(government.id(), wanted.before().atDay(1), limit, state, wanted.words()))
                .map(rows -> {
                    var months = new ArrayList<Month>(rows.size());
                    rows.forEach(row -> months.add(Month.of(row, government, time.instant())));
                    return months;
                });
    }

    /**
     * @param asked a compiled version, 0 for the figures of this moment, null for the latest version if there is one
     * @return null when there is no such version
     */
    Uni<@Nullable RecapView> read(RecapMonth month, @Nullable Integer asked, Caller caller) {
        var now = time.instant();
        return recaps.find(pool, month.government().id(), month.month()).<@Nullable RecapView>chain(found -> {
            var recap = found == null ? MonthlyRecap.begin(new UUID(0, 0), month) : found;
            var wanted = asked == null ? recap.version() : asked;
            return pool.preparedQuery(VERSIONS)
                    .execute(Tuple.of(recap.id(), wanted))
                    .<@Nullable RecapView>chain(rows -> figures.now(pool, month, now)
                            .<@Nullable RecapView>map(live -> {
                                var versions = new ArrayList<Row>(rows.size());
                                rows.forEach(versions::add);
                                return view(month, recap, versions, wanted, live, now, caller);
                            }));
        });
    }

    private @Nullable RecapView view(
            RecapMonth month,
            MonthlyRecap recap,
            List<Row> versions,
            int wanted,
            Figures live,
            Instant now,
            Caller caller) {
        var head = versions.stream()
                .filter(row -> row.getInteger("version") == wanted && row.getString("head") != null)
                .findFirst()
                .map(row -> heads.read(row.getString("head")))
                .orElse(null);
        if (wanted > 0 && head == null) {
            return null;
        }
        var compiled = versions.stream()
                .filter(row -> row.getString("state").equals("COMPILED"))
                .map(RecapReader::version)
                .toList();
        var inHand = compiled.stream()
                .filter(version -> version.version() == recap.version())
                .findFirst();
        var state = month.state(recap.state(), now);
        return new RecapView(
                month.government().id(),
                month.government().name(),
                month.month().toString(),
                month.zone(),
                state,
                head == null ? month.isPreliminary(now) : head.preliminary(),
                head == null ? now : head.asOf(),
                head == null ? null : wanted,
                compiled.size() < versions.size(),
                recap.loops(),
                inHand.map(version -> live.totals().received() - version.complaints())
                        .orElse(0L),
                recap.state() == RecapState.ARCHIVED
                        ? recap.deeds().getLast().link().hex()
                        : null,
                compiled,
                recap.clocks(month.workingCalendar()).stream()
                        .map(clock -> Step.of(clock, recap, now))
                        .toList(),
                recap.deeds().stream().map(Done::of).toList(),
                acts(recap, state, caller),
                head == null ? live : head.figures());
    }

    private static List<Act> acts(MonthlyRecap recap, RecapState state, Caller caller) {
        var possible =
                switch (state) {
                    case RUNNING, DUE -> List.of(Act.COMPILE);
                    case COMPILED ->
                        recap.evaluation() == null
                                ? List.of(Act.COMPILE, Act.WRITE_EVALUATION)
                                : List.of(Act.COMPILE, Act.WRITE_EVALUATION, Act.DECIDE);
                    case EVALUATED -> List.of(Act.DISPOSE);
                    case DISPOSED -> List.of(Act.ARCHIVE);
                    case ARCHIVED -> List.<Act>of();
                };
        return possible.stream()
                .filter(act -> RecapRoles.of(recap.sop(), act).stream().anyMatch(caller::has))
                .toList();
    }

    private static Version version(Row row) {
        return new Version(
                row.getInteger("version"),
                row.getBoolean("preliminary"),
                row.getOffsetDateTime("as_of").toInstant(),
                row.getInteger("complaints"),
                HexFormat.of().formatHex(row.getBuffer("root").getBytes()),
                row.getString("requested_by_name"));
    }
}
