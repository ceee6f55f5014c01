package id.tanggap.reporting.recap.figures;

import id.tanggap.reporting.rollup.Sum;

/**
 * Answered, open and ended make up received. Of the answered ones those that were promised nothing, such as imported
 * ones, are neither in time nor late.
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
                sum.answered() - sum.late() - sum.unpromised(),
                sum.late(),
                sum.open(),
                sum.overdue(),
                sum.ended(),
                sum.objected());
    }
}
