package id.tanggap.masking;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the place where a text was written identifies nobody.
 *
 * @param accounts of public offices, in lower case and without @
 * @param places what its districts, villages and quarters are called, in lower case
 * @param prefixes what the numbers of its complaints begin with, in lower case
 */
public record Surroundings(Set<String> accounts, Set<String> places, Set<String> prefixes) {
    public static final Surroundings UNKNOWN = new Surroundings(Set.of(), Set.of(), Set.of());

    public static Surroundings of(Collection<String> accounts, Collection<String> places, Collection<String> prefixes) {
        return new Surroundings(
                accounts.stream().map(Surroundings::lower).collect(Collectors.toUnmodifiableSet()),
                places.stream().map(Surroundings::lower).collect(Collectors.toUnmodifiableSet()),
                prefixes.stream().map(Surroundings::lower).collect(Collectors.toUnmodifiableSet()));
    }

    private static String lower(String written) {
        return written.toLowerCase(Locale.ROOT);
    }
}
