package id.tanggap.governments.sop;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the law allows at most.
 *
 * @param basis the law and its article
 * @param from the first day of receipt on which it holds
 * @param until the day on which it ceases to; {@link LocalDate#MAX} while it is in force
 * @param types the legal classes of complaints that it is for; empty for all
 */
public record Ceiling(String basis, LocalDate from, LocalDate until, Set<String> types, ClockRule clock) {

    /** Whether it holds for a complaint of this class that was received on that day, in the government's zone. */
    public boolean holds(String type, LocalDate receivedOn) {
        return (types.isEmpty() || types.contains(type)) && !receivedOn.isBefore(from) && receivedOn.isBefore(until);
    }
}
