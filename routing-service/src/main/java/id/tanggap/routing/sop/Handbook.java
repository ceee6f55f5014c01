package id.tanggap.routing.sop;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.sop.SopReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the governments' files say now, and the procedures that running cases began with. A procedure is kept in the
 * database before the first case runs by it, so that its cases outlive the file.
 */
@ApplicationScoped
public class Handbook {
    private static final String KEEP = """
            insert into sop_version (government, version, number, texts) values ($1, $2, $3, $4)
            on conflict do nothing
            """;
    private static final String RECALL = "select government, version, texts from sop_version where version = any($1)";

    private final Pool pool;
    private final Map<SopKey, Sop> known = new ConcurrentHashMap<>();
    private final Set<SopKey> kept = ConcurrentHashMap.newKeySet();
    private volatile Map<String, Jurisdiction> jurisdictions = Map.of();

    /** A version of a government's procedure. */
    public record SopKey(String government, String version) {}

    Handbook(Pool pool, @ConfigProperty(name = "tanggap.governments.dir") Optional<String> directory) {
        this.pool = pool;
        enforce(Governments.load(directory.map(Path::of).orElse(null)));
    }

    /** From now on these files are in force for what begins. */
    public final void enforce(Governments governments) {
        var next = new HashMap<String, Jurisdiction>();
        for (var government : governments.all()) {
            next.put(government.id(), new Jurisdiction(government));
            known.put(keyOf(government), government.sop());
        }
        jurisdictions = Map.copyOf(next);
    }

    public Collection<Jurisdiction> all() {
        return jurisdictions.values();
    }

    /** @throws IllegalStateException when no such government is served here */
    public Jurisdiction of(String government) {
        var found = jurisdictions.get(government);
        if (found == null) {
            throw new IllegalStateException("No files for the government " + government);
        }
        return found;
    }

    /** The procedure that a case began with; {@link #recall} has fetched it. That of before there were any is today's. */
    public Sop sop(String government, String version) {
        var sop = known.get(new SopKey(government, version));
        if (sop == null && version.isEmpty()) {
            return of(government).government().sop();
        }
        if (sop == null) {
            throw new IllegalStateException("The procedure " + version + " of " + government + " is not kept");
        }
        return sop;
    }

    /** Sees to it that the procedures in force for these governments are kept; they outlast the caller's transaction. */
    public Uni<Void> keep(Set<String> governments) {
        var all = Uni.createFrom().voidItem();
        for (var id : governments) {
            var government = of(id).government();
            if (!kept.contains(keyOf(government))) {
                all = all.chain(() -> keep(government));
            }
        }
        return all;
    }

    /** Sees to it that these procedures are at hand. */
    public Uni<Void> recall(SqlClient transaction, Set<SopKey> wanted) {
        var missing = wanted.stream()
                .filter(key -> !key.version().isEmpty() && !known.containsKey(key))
                .map(SopKey::version)
                .toArray(String[]::new);
        return missing.length == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(RECALL)
                        .execute(Tuple.tuple().addArrayOfString(missing))
                        .invoke(rows -> rows.forEach(this::remember))
                        .replaceWithVoid();
    }

    private Uni<Void> keep(Government government) {
        var sop = government.sop();
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(
                        government.id(),
                        sop.version(),
                        sop.profile().number(),
                        new JsonObject(new HashMap<>(sop.texts()))))
                .invoke(() -> kept.add(keyOf(government)))
                .replaceWithVoid();
    }

    private void remember(Row row) {
        var texts = new HashMap<String, String>();
        row.getJsonObject("texts").forEach(text -> texts.put(text.getKey(), (String) text.getValue()));
        known.put(new SopKey(row.getString("government"), row.getString("version")), SopReader.of(texts));
    }

    private static SopKey keyOf(Government government) {
        return new SopKey(government.id(), government.sop().version());
    }
}
