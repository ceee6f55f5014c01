package id.tanggap.governments.sop;

/** Who carries out a step (pelaksana). */
public enum StepRole {
    /** The platform itself. */
    SYSTEM,
    /** Petugas penerima. */
    INTAKE_OFFICER,
    /** Penelaah teknis kebijakan. */
    POLICY_ANALYST,
    /** Pengolah informasi dan komunikasi. */
    INFORMATION_OFFICER,
    COORDINATOR,
    /** Admins of all agencies in the coordination group. */
    COORDINATION_GROUP,
    AGENCY_ADMIN,
    /** Bidang or seksi inside an agency. */
    DIVISION,
    COMPLAINANT,
    /** Kepala Diskominfo. */
    SERVICE_OWNER,
    ARCHIVIST;

    /** Whether it works in the agency that has the complaint, by its hours. */
    public boolean isOfAnAgency() {
        return this == AGENCY_ADMIN || this == DIVISION;
    }
}
