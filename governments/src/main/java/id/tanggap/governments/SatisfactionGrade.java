package id.tanggap.governments;

import java.time.LocalDate;

/**
 * What a satisfaction index means (mutu pelayanan, Permen PANRB 14/2017).
 *
 * @param id a letter such as A
 * @param least of the index, 25 to 100, that it takes
 * @param from the first day of a month for which it holds
 * @param until the day on which it ceases to; {@link LocalDate#MAX} while it is in force
 */
public record SatisfactionGrade(String id, String name, double least, LocalDate from, LocalDate until) {

    boolean holds(double index, LocalDate on) {
        return index >= least && !on.isBefore(from) && on.isBefore(until);
    }
}
