package id.tanggap.reporting.recap.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.reporting.Names;
import id.tanggap.reporting.rollup.Totals;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a recap counts; on the wire and in sealed heads one flat object, its parts one after the other.
 *
 * @param satisfaction null when nobody filled in the survey, and in recaps that were compiled before there was one
 */
public record Figures(
        Totals totals,
        @JsonUnwrapped Parts parts,
        @JsonUnwrapped Handling handling,
        @Nullable Satisfaction satisfaction,
        @JsonUnwrapped Earlier earlier) {

    /** What the parts were called when they were counted. */
    public Names.Told names() {
        return new Names.Told(names(parts.byAgency()), names(parts.byCategory()), names(parts.byArea()));
    }

    private static Map<String, String> names(List<Part> parts) {
        var names = new HashMap<String, String>();
        for (var part : parts) {
            if (part.key() != null) {
                names.put(part.key(), part.name());
            }
        }
        return names;
    }

    /**
     * The month by what its complaints have in common.
     *
     * @param byDay in the order of the days on which something came in, by the government's own clock
     */
    public record Parts(
            List<Part> byAgency,
            List<Part> byCategory,
            List<Part> byType,
            List<Part> byChannel,
            List<Part> byArea,
            List<Part> byDay) {}

    /**
     * How the offices dealt with them.
     *
     * @param deadlines SOP rows in their order, then the promise, then what the law allows
     * @param answerTime null when nothing was answered
     * @param moves redelegations, the most frequent first
     * @param openByAge what is open, by who owes the next step and by how long it has been open
     */
    public record Handling(
            List<DeadlineShare> deadlines,
            @Nullable AnswerTime answerTime,
            List<Move> moves,
            List<OpenCases> openByAge) {}

    /** What to compare with; null when nothing came in then. */
    public record Earlier(
            @Nullable Totals monthBefore, @Nullable Totals yearBefore) {}

    /** @param key null where the complaints have none, such as an agency before the first dispatch */
    public record Part(
            @Nullable String key,
            String name,
            @JsonUnwrapped Totals totals) {

        /** All complaints of a month. */
        public static Part ofAll(Totals totals) {
            return new Part(null, "", totals);
        }
    }

    /**
     * @param rule the id of the deadline
     * @param row of the SOP's table; null for what the table does not show
     * @param kept how many were met in time
     * @param missed how many passed
     */
    public record DeadlineShare(
            String rule, String name, @Nullable Integer row, long kept, long missed) {}

    /**
     * From the receipt to the answer, by the clock on the wall. Where the record of another system tells the day alone, in
     * calendar days, and then to the second: no time that was measured comes to that.
     */
    public record AnswerTime(long medianSeconds, long p90Seconds) {
        static AnswerTime ofDays(int median, int p90) {
            return new AnswerTime(
                    Duration.ofDays(median).toSeconds(), Duration.ofDays(p90).toSeconds());
        }

        /** Whether it was told in days. */
        public static boolean isByDay(Duration duration) {
            return duration.equals(Duration.ofDays(duration.toDays()));
        }

        @JsonIgnore
        public boolean isByDay() {
            return isByDay(median()) && isByDay(p90());
        }

        public Duration median() {
            return Duration.ofSeconds(medianSeconds);
        }

        public Duration p90() {
            return Duration.ofSeconds(p90Seconds);
        }
    }

    public record Move(String from, String fromName, String to, String toName, String reason, long count) {}

    /**
     * @param owedBy the role that owes the next step
     * @param agency null when no agency holds them
     * @param days the least age in calendar days: 0, 3, 7, 14 or 60
     */
    public record OpenCases(
            String owedBy,
            @Nullable String agency,
            @Nullable String agencyName,
            int days,
            long count) {}
}
