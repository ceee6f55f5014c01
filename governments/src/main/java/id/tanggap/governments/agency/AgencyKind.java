package id.tanggap.governments.agency;

/** What sort of office answers: the routing rules and the reports tell them apart. */
public enum AgencyKind {
    /** Perangkat daerah: a department of the government itself. */
    OPD,
    /** BUMD: an enterprise the government owns, such as the water company. */
    REGIONAL_ENTERPRISE,
    /** Kecamatan: the office of a district, answering also for its kelurahan and desa. */
    DISTRICT,
    /** Instansi vertikal: an office of the central government in the region. */
    VERTICAL
}
