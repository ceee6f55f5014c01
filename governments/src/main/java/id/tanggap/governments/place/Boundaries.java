package id.tanggap.governments.place;

import java.util.Map;

/**
 * Where the districts of a government lie.
 *
 * @param source whose work they are, to be named wherever they are shown
 * @param accuracy to how many metres the lines are true
 * @param ofDistricts by code; every district has one
 */
public record Boundaries(String source, int accuracy, Map<String, Boundary> ofDistricts) {}
