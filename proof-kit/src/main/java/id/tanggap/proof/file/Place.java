package id.tanggap.proof.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Of which recap a leaf says that it is, and where in it. A file says the same of itself, in fields that no digest holds: it is
 * believed as far as a leaf says so too.
 *
 * @param says all fields of the leaf
 * @param leaf what it is called, in Indonesian
 */
public record Place(Fields says, String leaf) {
    private static final Map<String, String> NAMES = Map.of(
            "government", "pemerintah",
            "month", "bulan",
            "version", "versi",
            "no", "nomor",
            "of", "jumlah aduan");

    public static Place ofHead(Fields head) {
        return new Place(head, "kepala rekap");
    }

    /** Of which recap, and no more: in a whole recap the root tells where each leaf stands. */
    public String otherThan(Recap recap) {
        return other(of(recap));
    }

    /** @return empty when there is nothing, else what it says otherwise than the file, in Indonesian */
    public String otherThan(Recap recap, long index) {
        return other(of(recap, index));
    }

    /** What leaf and file say alike, in Indonesian. */
    public String alike(Recap recap, long index) {
        return of(recap, index).entrySet().stream()
                .filter(field -> says.shown().containsKey(field.getKey()))
                .map(field -> NAMES.get(field.getKey()) + " " + field.getValue())
                .collect(Collectors.joining(", "));
    }

    private String other(Map<String, String> file) {
        return file.entrySet().stream()
                .filter(field -> says.contradicts(field.getKey(), field.getValue()))
                .map(field -> "%s menyebut %s %s, bukan %s"
                        .formatted(leaf, NAMES.get(field.getKey()), says.shown().get(field.getKey()), field.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** Entries of recaps from before they said so do not. */
    public boolean tellsVersion() {
        return says.shown().containsKey("version");
    }

    /** By the fields of the leaf, as the file has it. */
    private static Map<String, String> of(Recap recap) {
        var place = new LinkedHashMap<String, String>();
        place.put("government", recap.government());
        place.put("month", recap.month());
        place.put("version", Integer.toString(recap.version()));
        return place;
    }

    private static Map<String, String> of(Recap recap, long index) {
        var place = of(recap);
        place.put("no", Long.toString(index));
        place.put("of", Long.toString(recap.size() - 1));
        return place;
    }
}
