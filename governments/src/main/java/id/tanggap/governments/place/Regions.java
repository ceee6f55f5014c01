package id.tanggap.governments.place;

import java.util.Map;
import java.util.Set;

/**
 * All places of a government by their codes.
 *
 * @param districts in the order of the file
 * @param all the districts and their villages
 * @param everydayWords names of some that are also words of every day
 */
public record Regions(Map<String, District> districts, Map<String, Region> all, Set<String> everydayWords) {}
