package id.tanggap.governments.sop;

/**
 * One step of an escalation ladder.
 *
 * @param at the share of the standard time that has passed, above 0: below 1 it is a warning, at 1 the deadline
 */
public record Rung(double at, Position to) {}
