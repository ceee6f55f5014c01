package id.tanggap.bench.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The same, in an address: percent-encoded as it is sent.
 *
 * @param refused whether it has to be; what is no text of UTF-8 may be read as another one
 */
record AddressAttack(String name, String encoded, boolean refused) {
    private static final List<AddressAttack> ON_ALL = List.of(
            refused("NUL", "a%00b"),
            refused("a bell", "%07"),
            refused("a turned line", "%E2%80%AEitam"),
            taken("half a character", "%ED%A0%80"),
            taken("no character", "%FF%FE"),
            taken("what shows nothing", "%E2%80%8B%E2%80%8B"),
            taken("an ending quote", "'%29%3B--%20"),
            taken("wild cards", "%25_%25*"),
            taken("four thousand letters", "a".repeat(4_000)),
            taken("nothing", ""));

    private static final List<AddressAttack> ON_TIMES = List.of(
            refused("the last of all days", "%2B999999999-12-31"),
            refused("the first of all days", "-999999999-01-01"),
            refused("what PostgreSQL holds last", "%2B294277-01-10T00:00:00Z"),
            refused("the year ten thousand", "%2B10000-01-01"),
            refused("before time", "-9999-01-01"),
            refused("no day", "2026-02-30"));

    private static final List<AddressAttack> ON_NUMBERS = List.of(
            refused("a billion", "1e9"),
            refused("a thousand digits", "9".repeat(1_000)),
            refused("less than nothing", "-1"),
            refused("half a number", "1.5"),
            refused("not a number", "NaN"));

    private static final List<AddressAttack> ON_CHOICES =
            List.of(refused("none of them", "NO_SUCH"), refused("its place", "0"));

    /** Also what does not tell its kind but by its name, so that the hostile of all kinds come to it. */
    static Stream<AddressAttack> on(JsonNode schema) {
        var ofItsKind =
                switch (Schema.kind(schema)) {
                    case "date", "date-time" -> ON_TIMES;
                    case "integer", "number" -> ON_NUMBERS;
                    case "enum", "boolean" -> ON_CHOICES;
                    default ->
                        Stream.concat(ON_TIMES.stream(), ON_NUMBERS.stream())
                                .map(AddressAttack::orTaken)
                                .toList();
                };
        return Stream.concat(ofItsKind.stream(), ON_ALL.stream());
    }

    private AddressAttack orTaken() {
        return new AddressAttack(name, encoded, false);
    }

    private static AddressAttack refused(String name, String encoded) {
        return new AddressAttack(name, encoded, true);
    }

    private static AddressAttack taken(String name, String encoded) {
        return new AddressAttack(name, encoded, false);
    }
}
