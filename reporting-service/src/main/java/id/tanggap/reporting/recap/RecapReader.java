package id.tanggap.reporting.recap;

import id.tanggap.reporting.recap.RecapPage.Versions;
import id.tanggap.reporting.recap.RecapView.Version;
import id.tanggap.reporting.recap.compilation.Head;
import id.tanggap.reporting.recap.compilation.Heads;
import id.tanggap.reporting.recap.figures.FigureReader;
import id.tanggap.reporting.recap.loop.MonthlyRecap;
import id.tanggap.reporting.recap.loop.MonthlyRecaps;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.rest.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads the recap of one month with its figures. */
@ApplicationScoped
class RecapReader {
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

    /**
     * @param asked a compiled version, 0 for the figures of this moment, null for the latest version if there is one
     * @return null when there is no such version
     */
    Uni<@Nullable RecapView> read(RecapMonth month, @Nullable Integer asked, Caller caller) {
        var now = time.instant();
        return recaps.read(pool, month).<@Nullable RecapView>chain(recap -> {
            var wanted = asked == null ? recap.version() : asked;
            return versions(recap, wanted)
                    .<@Nullable RecapView>chain(versions -> wanted > 0 && versions.head() == null
                            ? Uni.createFrom().nullItem()
                            : figures.now(pool, month, now)
                                    .map(live -> new RecapPage(month, recap, versions, live, now).view(caller)));
        });
    }

    private Uni<Versions> versions(MonthlyRecap recap, int wanted) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of(recap.id(), wanted))
                .map(this::versions);
    }

    private Versions versions(RowSet<Row> rows) {
        var compiled = new ArrayList<Version>(rows.size());
        Head head = null;
        for (var row : rows) {
            if (row.getString("state").equals("COMPILED")) {
                compiled.add(version(row));
            }
            if (row.getString("head") != null) {
                head = heads.read(row.getString("head"));
            }
        }
        return new Versions(compiled, compiled.size() < rows.size(), head);
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
