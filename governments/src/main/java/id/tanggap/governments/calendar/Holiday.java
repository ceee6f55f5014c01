package id.tanggap.governments.calendar;

import java.time.LocalDate;

/** A day on which the offices are closed. */
public record Holiday(LocalDate date, String name, Type type, Status status) {

    /** Why the offices are closed. */
    public enum Type {
        /** Libur nasional. */
        PUBLIC_HOLIDAY,
        /** Cuti bersama: joint leave, set every year by decree of three ministers. */
        JOINT_LEAVE,
        /** Hari pemungutan suara. */
        VOTING_DAY
    }

    /** How sure the date is. */
    public enum Status {
        /** Set by decree. */
        DECIDED,
        /** No decree yet, but the date follows from the calendar. */
        FIXED_BY_CALENDAR,
        /** No decree yet; a computed lunar date that may move by a day. */
        ESTIMATED
    }
}
