package id.tanggap.reporting.recap.compilation;

import id.tanggap.proof.Digest;
import id.tanggap.reporting.recap.loop.Deed;
import id.tanggap.reporting.recap.loop.Deeds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands compiled recaps to those who make something of them. */
@ApplicationScoped
public class CompiledRecaps {
    private static final String FIND = """
            select recap.id, recap.government, recap.month, recap.loops, version.version, head, root
            from monthly_recap as recap join recap_version as version on version.recap_id = recap.id
            where recap.government = $1 and recap.month = $2 and version.version = $3 and version.state = 'COMPILED'
            """;
    private static final String ENTRIES = """
            select no, entry from recap_entry where recap_id = $1 and version = $2 and no > $3 order by no limit $4
            """;

    private final Pool pool;
    private final Heads heads;

    CompiledRecaps(Pool pool, Heads heads) {
        this.pool = pool;
        this.heads = heads;
    }

    /**
     * A version as it was compiled, and what was done with the recap so far.
     *
     * @param loops how often it was returned
     */
    public record CompiledRecap(
            UUID id,
            String government,
            YearMonth month,
            int version,
            int loops,
            Head head,
            Digest root,
            List<Deed> deeds) {

        /** As it stood after so many deeds. */
        public CompiledRecap after(int deeds) {
            return new CompiledRecap(id, government, month, version, loops, head, root, this.deeds.subList(0, deeds));
        }

        /** The last deed of this kind done with this version; null when there was none. */
        public @Nullable Deed last(Deed.Kind kind) {
            return deeds.reversed().stream()
                    .filter(deed -> deed.kind() == kind && deed.version() == version)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param entry as it was written; see docs/proof.md */
    public record Entry(int no, String entry) {}

    /** Null when there is no such compiled version. */
    public Uni<@Nullable CompiledRecap> find(String government, YearMonth month, int version) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(government, month.atDay(1), version))
                .<@Nullable CompiledRecap>chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().nullItem();
                    }
                    var row = rows.iterator().next();
                    return Deeds.of(pool, row.getUUID("id")).map(deeds -> recap(row, deeds));
                });
    }

    /** In their order, after the one of this number. */
    public Uni<List<Entry>> entries(CompiledRecap recap, int after, int limit) {
        return pool.preparedQuery(ENTRIES)
                .execute(Tuple.of(recap.id(), recap.version(), after, limit))
                .map(rows -> {
                    var entries = new ArrayList<Entry>(rows.size());
                    rows.forEach(row -> entries.add(new Entry(row.getInteger("no"), row.getString("entry"))));
                    return entries;
                });
    }

    private CompiledRecap recap(Row row, List<Deed> deeds) {
        return new CompiledRecap(
                row.getUUID("id"),
                row.getString("government"),
                YearMonth.from(row.getLocalDate("month")),
                row.getInteger("version"),
                row.getInteger("loops"),
                heads.read(row.getString("head")),
                Digest.of(row.getBuffer("root").getBytes()),
                deeds);
    }
}
