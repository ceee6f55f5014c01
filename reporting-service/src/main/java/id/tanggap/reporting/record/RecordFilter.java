package id.tanggap.reporting.record;

import id.tanggap.governments.Government;
import id.tanggap.search.Question;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints of a government. What is null is not asked for; {@link #NONE} asks for those that have none.
 *
 * @param from the first month, by the government's clock
 * @param to the last month
 * @param area Kemendagri code; whatever lies inside it counts
 * @param state ANSWERED, OPEN or ENDED
 * @param lateness ON_TIME, LATE or OVERDUE
 * @param withoutSecret leaves out secret complaints altogether
 * @param notIn those that the compiled version of this month's recap does not tell of; null for all
 * @param text what is in the complaint, or its number
 */
record RecordFilter(
        Government government,
        YearMonth from,
        YearMonth to,
        @Nullable String agency,
        @Nullable String category,
        @Nullable String type,
        @Nullable String channel,
        @Nullable String area,
        @Nullable String state,
        @Nullable String lateness,
        boolean withoutSecret,
        @Nullable Integer notIn,
        @Nullable Question text) {
    static final String NONE = "-";
}
