package id.tanggap.intake.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By when a complaint is to be answered, as it stands when it is received. It moves when the office waits for the citizen.
 *
 * @param standard within what time the government promises an answer, in Indonesian, such as {@code 3 hari kerja}
 * @param answerBy when that time is over; null when it begins with something that comes later
 * @param atMost when what the law allows is over; null when it sets no limit for this class
 * @param pausable whether the time stops while the office waits for the citizen
 * @param told who is told once it is late, one after the other: {@link id.tanggap.governments.sop.Position}s by their names
 * @param mayMove whether the joint leave of a year in between is not decreed yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Promise(
        String standard,
        @Nullable Instant answerBy,
        @Nullable Instant atMost,
        boolean pausable,
        List<String> told,
        boolean mayMove) {}
