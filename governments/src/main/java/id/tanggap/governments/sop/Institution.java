package id.tanggap.governments.sop;

/**
 * Who is in charge of what is outside the government's jurisdiction.
 *
 * @param advice what the citizen is told: where to turn, and how
 */
public record Institution(String id, String name, String advice) {}
