package id.tanggap.response.queue;

import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.search.Question;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of the queue are asked for; what is null or empty does not matter.
 *
 * @param text what is in the complaint, or its number
 */
record Wanted(
        Set<DeskStatus> status,
        Kind kind,
        Holder holder,
        @Nullable DeadlineState deadline,
        Days days,
        @Nullable Question text) {

    /** What the complaint is. */
    record Kind(
            @Nullable String channel,
            @Nullable String type,
            @Nullable String category) {}

    /**
     * With whom the case lies.
     *
     * @param approval whether its answer waits for approval
     */
    record Holder(
            @Nullable String agency,
            @Nullable String division,
            @Nullable String assignee,
            boolean approval) {}

    /**
     * In the government's time zone.
     *
     * @param from the first day of receipt
     * @param to the last day of receipt
     * @param answeredOn the day of the answer
     */
    record Days(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate answeredOn) {}
}
