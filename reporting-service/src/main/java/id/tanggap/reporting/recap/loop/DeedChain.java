package id.tanggap.reporting.recap.loop;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether the deeds of recaps are those that were linked, and whether the recaps stand where the deeds brought them. */
@ApplicationScoped
public class DeedChain {
    private static final String RECAPS = "select * from monthly_recap where government = $1 order by month";

    private final Pool pool;

    DeedChain(Pool pool) {
        this.pool = pool;
    }

    /** @param seq of the deed that does not fit; 0 when the recap itself does not */
    public record Fault(YearMonth month, int seq) {}

    /** It blocks. */
    public List<Fault> faults(String government) {
        var faults = new ArrayList<Fault>();
        for (var recap :
                pool.preparedQuery(RECAPS).execute(Tuple.of(government)).await().indefinitely()) {
            faults(recap, YearMonth.from(recap.getLocalDate("month")), faults);
        }
        return faults;
    }

    private void faults(Row recap, YearMonth month, List<Fault> faults) {
        @Nullable Deed last = null;
        var standing = Standing.START;
        for (var row : Deeds.rows(pool, recap.getUUID("id")).await().indefinitely()) {
            var deed = read(row);
            if (deed == null || !deed.follows(last)) {
                faults.add(new Fault(month, row.getInteger("seq")));
            }
            if (deed != null) {
                standing = standing.after(deed);
                last = deed;
            }
        }
        if (!standing.isThatOf(recap)) {
            faults.add(new Fault(month, 0));
        }
    }

    /** Null when it cannot even be read. */
    private static @Nullable Deed read(Row row) {
        try {
            return Deeds.read(row);
        } catch (IllegalArgumentException | DateTimeException changed) {
            return null;
        }
    }
}
