package id.tanggap.reporting.facts.known;

import java.util.stream.Stream;

/** Who owes the next step while a complaint is open. The table's column of this name says the same of the same columns. */
public enum OwedBy {
    INTAKE_OFFICER,
    COORDINATOR,
    AGENCY_ADMIN,
    DIVISION,
    COMPLAINANT;

    static OwedBy of(Known known) {
        if (isSinceAll(known, "asked_at", "replied_at", "reply_overdue_at", "answered_at")) {
            return COMPLAINANT;
        }
        if (known.after("returned_at", "dispatched_at")) {
            return COORDINATOR;
        }
        return known.has("agency") ? within(known) : INTAKE_OFFICER;
    }

    private static OwedBy within(Known known) {
        return isSinceAll(known, "disposed_at", "division_answered_at", "dispatched_at", "answered_at")
                ? DIVISION
                : AGENCY_ADMIN;
    }

    /** Whether the one happened, and none of the others since. */
    private static boolean isSinceAll(Known known, String one, String... others) {
        return Stream.of(others).allMatch(other -> known.after(one, other));
    }
}
