package id.tanggap.response.officer;

/** What a person is at the desk: a role of the realm. */
public enum Role {
    /** Admin OPD: answers for one agency. */
    AGENCY_ADMIN(Name.AGENCY_ADMIN),
    /** Staf bidang: works on what their division was given. */
    DIVISION_STAFF(Name.DIVISION_STAFF),
    /** Koordinator: sees to it that every complaint finds its agency. */
    COORDINATOR(Name.COORDINATOR),
    /** Kepala: of the service or, with a group of an agency, of that agency. */
    HEAD(Name.HEAD),
    /** Pembina (Sekda): the top of the escalation ladder. */
    PATRON(Name.PATRON),
    /** Pemeriksa: reads and changes nothing. */
    AUDITOR(Name.AUDITOR);

    private final String realmRole;

    Role(String realmRole) {
        this.realmRole = realmRole;
    }

    public String realmRole() {
        return realmRole;
    }

    /** Whether the role may reach all agencies of a government. */
    public boolean isOfAWholeGovernment() {
        return switch (this) {
            case COORDINATOR, HEAD, PATRON, AUDITOR -> true;
            case AGENCY_ADMIN, DIVISION_STAFF -> false;
        };
    }

    /** The names in the realm, as annotations need them. */
    public static final class Name {
        public static final String AGENCY_ADMIN = "agency-admin";
        public static final String DIVISION_STAFF = "division-staff";
        public static final String COORDINATOR = "coordinator";
        public static final String HEAD = "head";
        public static final String PATRON = "patron";
        public static final String AUDITOR = "auditor";

        private Name() {}
    }
}
