package id.tanggap.intake.past.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A city (kota) or regency (kabupaten), as people write it.
 *
 * @param kind kota or kabupaten; null where only the name is written
 * @param name its words in lower case, a dash between them
 */
record Place(@Nullable String kind, String name) {
    /** Pemerintah Kota Surakarta, Pemkab Karanganyar, Dinas Kesehatan Kab. Klaten. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<government>pemerintah\\s+(?:daerah\\s+)?)?\\b(?<kind>kota|kabupaten|kab\\b\\.?|pemkot|pemkab)\\s+"
                    + "(?<name>\\p{L}[\\p{L} ]*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CELL = Pattern.compile(
            "(?:(?<kind>kota|kabupaten|kab)\\b\\.?\\s+)?(?<name>\\p{L}[\\p{L} .'-]{2,60})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** @param sure whether a government is named, not only what may be the end of an office's name (Dinas Tata Kota) */
    record Mention(Place place, boolean sure) {}

    /** What a whole cell names; null when it names none. */
    static @Nullable Place of(String cell) {
        var named = CELL.matcher(cell.strip().replaceFirst("(?i)^(adm\\.?|administrasi|pemerintah)\\s+", ""));
        return named.matches() ? new Place(kind(named.group("kind")), letters(named.group("name"))) : null;
    }

    /** All that a text may name. */
    static List<Mention> in(String text) {
        var mentions = new ArrayList<Mention>();
        var named = NAMED.matcher(text);
        while (named.find()) {
            var kind = named.group("kind").toLowerCase(Locale.ROOT);
            mentions.add(new Mention(
                    new Place(kind(kind), letters(named.group("name"))),
                    named.group("government") != null || kind.startsWith("pem")));
        }
        return mentions;
    }

    /** Whether this names that one, be it with more words behind it. */
    boolean names(Place other) {
        return (kind == null || other.kind == null || kind.equals(other.kind))
                && (name.equals(other.name) || name.startsWith(other.name + "-"));
    }

    private static @Nullable String kind(@Nullable String written) {
        if (written == null) {
            return null;
        }
        return written.toLowerCase(Locale.ROOT).endsWith("kot") || written.equalsIgnoreCase("kota")
                ? "kota"
                : "kabupaten";
    }

    /** Letters and digits in lower case, a dash for all between them. */
    static String letters(String label) {
        return label.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** As a person reads it, with the first word of the name alone where others may have followed it. */
    String written() {
        var first = name.split("-", 2)[0];
        var word = first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1);
        return kind == null ? word : (kind.equals("kota") ? "Kota " : "Kabupaten ") + word;
    }
}
