package id.tanggap.reporting.rollup;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * What the complaints of one cut of a month add up to.
 *
 * @param key the cut's own id; empty where the facts have none
 * @param label a name that came with the facts; null when there is none
 * @param moved redelegations
 */
public record Sum(Cut cut, String key, @Nullable String label, Totals totals, Deadlines deadlines, long moved) {

    /**
     * @param kept how many were met in time
     * @param missed how many passed
     */
    public record Deadlines(long kept, long missed) {}

    static Sum none(Cut cut) {
        return new Sum(cut, "", null, Totals.NONE, new Deadlines(0, 0), 0);
    }

    static Sum read(Row row) {
        return new Sum(
                Cut.valueOf(row.getString("cut")),
                row.getString("key"),
                row.getString("label"),
                Totals.read(row),
                new Deadlines(row.getLong("kept"), row.getLong("missed")),
                row.getLong("moved"));
    }
}
