package id.tanggap.governments.routing;

import static java.util.stream.Collectors.toSet;

import id.tanggap.governments.place.District;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.place.Village;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places that a text names, by their names and the words before them. A name of several words may be written as
 * one, and the other way round.
 */
final class NamedRegions {
    /** In words. */
    private static final int LONGEST_NAME = 3;
    /** How many a person is asked about. */
    private static final int MOST = 3;

    private final Map<String, List<Region>> byName = new HashMap<>();
    private final Set<String> everydayWords;

    /** @param everydayWords names that are also words of every day, and mean a place only where something says so */
    NamedRegions(Collection<District> districts, Set<String> everydayWords) {
        districts.stream()
                .flatMap(district -> Stream.concat(Stream.of(district), district.villages().stream()))
                .forEach(region -> byName.computeIfAbsent(key(region.name()), _ -> new ArrayList<>())
                        .add(region));
        this.everydayWords = everydayWords.stream().map(NamedRegions::key).collect(toSet());
    }

    private static String key(String name) {
        return Words.normalise(name).replace(" ", "");
    }

    /**
     * What the text may mean, at most three, in its order; only what the strongest cue speaks for. A district is left out
     * where a village in it is named, and tells which village is meant where several are called so.
     */
    List<Region> likely(String text) {
        var named = named(text);
        var strongest = named.stream()
                .map(name -> name.cue().strength())
                .max(Comparator.naturalOrder())
                .orElse(Cue.NOTHING);
        var best = named.stream()
                .filter(name -> name.cue().strength() == strongest)
                .toList();
        return best.stream()
                .filter(name -> best.stream().noneMatch(name::isAround))
                .flatMap(name -> name.within(named).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Those that the text calls a village or a district. */
    List<Region> certain(String text) {
        return named(text).stream()
                .filter(name -> name.cue().tellsTheKind())
                .flatMap(name -> name.regions().stream())
                .toList();
    }

    /**
     * A name as it stands in a text.
     *
     * @param regions those of this name that the cue allows
     */
    private record Named(String key, Cue cue, List<Region> regions) {
        /** Whether it only says in which district the other one lies. */
        boolean isAround(Named other) {
            return regions.stream()
                    .filter(district -> !other.regions.contains(district))
                    .anyMatch(district -> other.regions.stream().anyMatch(it -> lies(it, district)));
        }

        List<Region> within(List<Named> all) {
            var narrowed = regions.stream()
                    .filter(region -> all.stream()
                            .filter(other -> !key.equals(other.key))
                            .flatMap(other -> other.regions.stream())
                            .anyMatch(district -> lies(region, district)))
                    .toList();
            return narrowed.isEmpty() ? regions : narrowed;
        }

        private static boolean lies(Region region, Region district) {
            return !region.equals(district) && Region.isWithin(region.code(), district.code());
        }
    }

    private List<Named> named(String text) {
        var words = List.of(Words.normalise(text).split(" "));
        var named = new ArrayList<Named>();
        var at = 0;
        while (at < words.size()) {
            var length = lengthOfName(words, at);
            if (length > 0) {
                var name = named(key(words, at, length), Cue.of(at == 0 ? "" : words.get(at - 1)));
                if (name != null) {
                    named.add(name);
                }
            }
            at += Math.max(1, length);
        }
        return named;
    }

    /** In words, of the longest that begins here; 0 when none does. */
    private int lengthOfName(List<String> words, int at) {
        var length = Math.min(LONGEST_NAME, words.size() - at);
        while (length > 0 && !byName.containsKey(key(words, at, length))) {
            length--;
        }
        return length;
    }

    private static String key(List<String> words, int at, int length) {
        return String.join("", words.subList(at, at + length));
    }

    private @Nullable Named named(String key, Cue cue) {
        var all = byName.getOrDefault(key, List.of());
        var ofKind = all.stream().filter(region -> allows(cue, region)).toList();
        return cue == Cue.SOMETHING_ELSE || (everydayWords.contains(key) && !cue.tellsAPlace())
                ? null
                : ofKind.isEmpty() ? new Named(key, Cue.AROUND, all) : new Named(key, cue, ofKind);
    }

    private static boolean allows(Cue cue, Region region) {
        return switch (cue) {
            case VILLAGE -> region instanceof Village;
            case DISTRICT -> region instanceof District;
            case SOMETHING_ELSE, NOTHING, WITHIN, AROUND -> true;
        };
    }
}
