package id.tanggap.reporting.recap;

import id.tanggap.reporting.rollup.Sum;

/**
 * Answered, open and ended make up received; in time and late make up answered.
 *
 * @param ended without an answer: screened out, withdrawn, linked to another, or referred outside
 * @param overdue of the open ones those whose promise has passed
 * @param objected whose answer the citizen disputed at least once
 */
public record Totals(
        long received,
        long answered,
        long answeredInTime,
        long answeredLate,
        long open,
        long overdue,
        long ended,
        long objected) {

    static Totals of(Sum sum) {
        return new Totals(
                sum.received(),
                sum.answered(),
                sum.answered() - sum.late(),
                sum.late(),
                sum.open(),
                sum.overdue(),
                sum.ended(),
                sum.objected());
    }
}
