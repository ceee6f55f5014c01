package id.tanggap.reporting.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;

/**
 * Answered, open and ended make up received. Of the answered ones those that were promised nothing, such as imported
 * ones, are neither in time nor late.
 *
 * @param ended without an answer: screened out, withdrawn, linked to another, or referred outside
 * @param overdue of the open ones those whose promise has passed
 * @param objected whose answer the citizen disputed at least once
 * @param resolved of the answered ones those that are done in the field (tuntas) since the last objection; left out where there
 *     are none, as in heads that were sealed before it was counted, and so is
 * @param closed of the answered ones those that are at their end
 * @param imported of the received ones those that another system handled; left out where there are none, as in heads that were
 *     sealed before it was counted
 */
public record Totals(
        long received,
        long answered,
        long answeredInTime,
        long answeredLate,
        long open,
        long overdue,
        long ended,
        long objected,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long resolved,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long closed,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long imported) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Of those that came late or were promised nothing the sums tell; the other answers came in time. */
    static Totals read(Row row) {
        long answered = row.getLong("answered");
        long late = row.getLong("late");
        return new Totals(
                row.getLong("received"),
                answered,
                answered - late - row.getLong("unpromised"),
                late,
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("ended"),
                row.getLong("objected"),
                row.getLong("resolved"),
                row.getLong("closed"),
                row.getLong("imported"));
    }
}
