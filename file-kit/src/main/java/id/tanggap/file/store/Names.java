package id.tanggap.file.store;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How places are named, wherever files are kept: {@code <two digits>/<owner>_<file>}. */
final class Names {
    private static final String UUID_PATTERN = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern FILE = Pattern.compile(UUID_PATTERN + "_" + UUID_PATTERN);

    private Names() {}

    /** By the end of the owner's id, for its beginning may be the time. */
    static String shard(Place place) {
        var owner = place.owner().toString();
        return owner.substring(owner.length() - 2);
    }

    static String file(Place place) {
        return place.owner() + "_" + place.file();
    }

    static String path(Place place) {
        return shard(place) + "/" + file(place);
    }

    /** The place of that path; null when it is no path of ours. */
    static @Nullable Place place(String path) {
        var file = FILE.matcher(path.substring(path.indexOf('/') + 1));
        if (!file.matches()) {
            return null;
        }
        var place = new Place(UUID.fromString(file.group(1)), UUID.fromString(file.group(2)));
        return path(place).equals(path) ? place : null;
    }
}
