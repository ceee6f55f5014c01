package id.tanggap.governments.sop;

/** Who is told, from rung to rung, that time runs out. */
public enum Position {
    /** Admin OPD: answers for one agency. */
    AGENCY_ADMIN,
    /** Kepala perangkat daerah. */
    AGENCY_HEAD,
    /** Koordinator: verifies, forwards, arbitrates. */
    COORDINATOR,
    /** Kepala Diskominfo: receives the recap and disposes. */
    SERVICE_OWNER,
    /** Pembina (Sekda): the top. */
    PATRON;

    /** Whether there is one in every agency, and hence none for a complaint that no agency has. */
    public boolean isOfAnAgency() {
        return this == AGENCY_ADMIN || this == AGENCY_HEAD;
    }
}
