package id.tanggap.reporting.rollup;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * What the complaints of one cut of a month add up to. Answered, open and ended make up received.
 *
 * @param key the cut's own id; empty where the facts have none
 * @param label a name that came with the facts; null when there is none
 * @param ended without an answer: screened out, withdrawn, linked to another, or referred outside
 * @param overdue of the open ones those whose promise has passed
 * @param late of the answered ones those that came after the promise
 * @param objected whose answer the citizen disputed at least once
 * @param kept deadlines that were met in time
 * @param missed deadlines that passed
 * @param moved redelegations
 * @param unpromised of the answered ones those of which no promise is known
 */
public record Sum(
        Cut cut,
        String key,
        @Nullable String label,
        long received,
        long answered,
        long open,
        long ended,
        long overdue,
        long late,
        long objected,
        long kept,
        long missed,
        long moved,
        long unpromised) {

    static Sum of(Row row) {
        return new Sum(
                Cut.valueOf(row.getString("cut")),
                row.getString("key"),
                row.getString("label"),
                row.getLong("received"),
                row.getLong("answered"),
                row.getLong("open"),
                row.getLong("ended"),
                row.getLong("overdue"),
                row.getLong("late"),
                row.getLong("objected"),
                row.getLong("kept"),
                row.getLong("missed"),
                row.getLong("moved"),
                row.getLong("unpromised"));
    }
}
