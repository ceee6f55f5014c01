package id.tanggap.reporting.recap;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recap of a month, with one page of its complaints.
 *
 * @param preliminary the month is not over
 * @param asOf when it was read; what is overdue is judged by this instant
 * @param next to be sent back as {@code after} for the next page; null on the last
 */
record Recap(
        String government,
        String governmentName,
        String month,
        ZoneId zone,
        boolean preliminary,
        Instant asOf,
        Totals totals,
        List<AgencySum> byAgency,
        List<CategorySum> byCategory,
        List<ChannelSum> byChannel,
        List<RecapRow> rows,
        @Nullable String next) {

    /**
     * Answered and open make up received; in time and late make up answered. Overdue are the open ones whose promise has
     * passed.
     */
    record Totals(long received, long answered, long open, long overdue, long answeredInTime, long answeredLate) {}

    /** @param agency null for complaints that were not dispatched yet */
    record AgencySum(
            @Nullable String agency, String agencyName, long received, long answered, long open, long overdue) {}

    /** @param category null for complaints whose citizen chose none */
    record CategorySum(
            @Nullable String category, String categoryName, long received, long answered, long open, long overdue) {}

    record ChannelSum(String channel, long received, long answered, long open, long overdue) {}
}
