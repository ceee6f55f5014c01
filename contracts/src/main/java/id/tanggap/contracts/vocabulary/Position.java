package id.tanggap.contracts.vocabulary;

/** Who is told, from rung to rung of a government's ladder, that time runs out. */
public enum Position {
    /** Admin OPD: answers for one agency. */
    AGENCY_ADMIN,
    /** Kepala perangkat daerah. */
    AGENCY_HEAD,
    /** Koordinator: verifies, forwards, arbitrates. */
    COORDINATOR,
    /** Kepala Diskominfo: receives the recap and disposes. */
    SERVICE_OWNER,
    /** Pembina (Sekda). */
    PATRON
}
