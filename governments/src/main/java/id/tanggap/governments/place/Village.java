package id.tanggap.governments.place;

/** The smallest region: a kelurahan or a desa. */
public record Village(String code, String name, Kind kind) implements Region {

    /** A kelurahan is an office of the town; a desa governs itself. */
    public enum Kind {
        KELURAHAN,
        DESA
    }
}
