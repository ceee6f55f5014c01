package id.tanggap.reporting.facts.known;

/** Who owes the next step while a complaint is open. The table's column of this name says the same of the same columns. */
public enum OwedBy {
    INTAKE_OFFICER,
    COORDINATOR,
    AGENCY_ADMIN,
    DIVISION,
    COMPLAINANT;

    static OwedBy of(Known known) {
        if (known.after("asked_at", "replied_at")) {
            return COMPLAINANT;
        }
        if (known.after("returned_at", "dispatched_at")) {
            return COORDINATOR;
        }
        return known.has("agency") ? within(known) : INTAKE_OFFICER;
    }

    private static OwedBy within(Known known) {
        var disposed =
                known.after("disposed_at", "division_answered_at") && known.after("disposed_at", "dispatched_at");
        return disposed ? DIVISION : AGENCY_ADMIN;
    }
}
