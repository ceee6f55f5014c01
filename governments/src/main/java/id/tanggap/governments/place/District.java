package id.tanggap.governments.place;

import java.util.List;

/** A kecamatan with its villages. */
public record District(String code, String name, List<Village> villages) implements Region {}
