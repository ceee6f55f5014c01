package id.tanggap.governments.place;

import java.util.Map;

/**
 * All places of a government by their codes.
 *
 * @param districts in the order of the file
 * @param all the districts and their villages
 */
public record Regions(Map<String, District> districts, Map<String, Region> all) {}
