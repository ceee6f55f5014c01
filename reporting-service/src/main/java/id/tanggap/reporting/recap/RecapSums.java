package id.tanggap.reporting.recap;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sums of a month as one statement brings them: over all, and by each of three columns. */
record RecapSums(Sum all, List<Sum> byAgency, List<Sum> byCategory, List<Sum> byChannel) {

    /**
     * @param key value of the column; null where the facts have none
     * @param name of the agency, where the sum is one of an agency
     */
    record Sum(@Nullable String key, @Nullable String name, long received, long answered, long overdue, long late) {
        private static final Sum NONE = new Sum(null, null, 0, 0, 0, 0);

        long open() {
            return received - answered;
        }

        Recap.Totals totals() {
            return new Recap.Totals(received, answered, open(), overdue, answered - late, late);
        }

        private static Sum of(Row row, String column) {
            return new Sum(
                    row.getString(column),
                    row.getString("agency_name"),
                    row.getLong("received"),
                    row.getLong("answered"),
                    row.getLong("overdue"),
                    row.getLong("late"));
        }
    }

    /** The grain has a bit for each column that was summed over: agency 4, category 2, channel 1. */
    static RecapSums of(RowSet<Row> rows) {
        var all = Sum.NONE;
        var byAgency = new ArrayList<Sum>();
        var byCategory = new ArrayList<Sum>();
        var byChannel = new ArrayList<Sum>();
        for (var row : rows) {
            switch (row.getInteger("grain")) {
                case 0b011 -> byAgency.add(Sum.of(row, "agency"));
                case 0b101 -> byCategory.add(Sum.of(row, "category"));
                case 0b110 -> byChannel.add(Sum.of(row, "channel"));
                default -> all = Sum.of(row, "agency");
            }
        }
        return new RecapSums(all, byAgency, byCategory, byChannel);
    }
}
