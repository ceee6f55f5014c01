package id.tanggap.governments.sop;

/**
 * To whom a citizen may turn who gets no answer (UU 25/2009 art. 46).
 *
 * @param afterDays calendar days without an answer, after which the office hands a complaint over if its citizen agrees
 * @param advice what the citizen is told: where to turn, and how
 */
public record Ombudsman(int afterDays, String name, String advice) {}
