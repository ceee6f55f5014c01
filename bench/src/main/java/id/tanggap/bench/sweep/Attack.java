package id.tanggap.bench.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value that no case can have, or that somebody may well send.
 *
 * @param name as it is told in a finding
 * @param raw as it stands in a body of JSON
 * @param refused whether it has to be
 */
record Attack(String name, String raw, boolean refused) {
    private static final int LONGER_THAN_A_BODY = 70_000;

    private static final List<Attack> ON_TEXT = List.of(
            refused("NUL", "\"Lampu\\u0000 jalan mati\""),
            refused("a bell", "\"Lampu\\u0007 jalan mati\""),
            refused("half a character", "\"Lampu \\ud800 jalan mati\""),
            refused("a turned line", "\"\\u202Eitam nalaj upmaL\""),
            refused("a number", "7"),
            refused("a truth", "true"),
            refused("a list", "[\"Lampu jalan mati\"]"),
            refused("an object", "{\"a\":1}"),
            taken("twelve that show nothing", "\"" + "\\u200b".repeat(12) + "\""),
            taken("twelve Hangul fillers", "\"" + "\\u3164".repeat(12) + "\""),
            taken("twelve dots", "\"............\""),
            taken("an ending quote", "\"Lampu'); DROP TABLE complaint; --\""),
            taken("a script", "\"<script>alert(1)</script> lampu mati\""),
            taken("a family", "\"👨‍👩‍👧‍👦 lampu mati 🇮🇩\""));

    private static final List<Attack> ON_WHOLE_NUMBERS = List.of(
            refused("a number as text", "\"7\""),
            refused("half a number", "1.5"),
            refused("more than can be counted", "1e999"),
            refused("a hundred digits", "9".repeat(100)),
            refused("one too many", "2147483648"),
            refused("a truth", "true"),
            refused("a list", "[1]"),
            taken("less than nothing", "-1"),
            taken("the most", "2147483647"),
            taken("nothing", "null"));

    private static final List<Attack> ON_NUMBERS = List.of(
            refused("a number as text", "\"7\""),
            refused("NaN", "\"NaN\""),
            refused("more than can be counted", "1e999"),
            refused("a billion digits", "1E999999999"),
            refused("a truth", "true"),
            taken("almost nothing", "1e-400"));

    private static final List<Attack> ON_TRUTHS = List.of(
            refused("a truth as text", "\"true\""),
            refused("a number", "1"),
            refused("a list", "[true]"),
            taken("nothing", "null"));

    private static final List<Attack> ON_CHOICES = List.of(
            refused("its place in the list", "0"),
            refused("its place as text", "\"0\""),
            refused("empty", "\"\""),
            refused("none of them", "\"NO_SUCH\""),
            refused("a list", "[]"));

    private static final List<Attack> ON_TIMES = List.of(
            refused("what PostgreSQL holds last", "\"+294277-01-10T00:00:00Z\""),
            refused("the year ten thousand", "\"+10000-01-01\""),
            refused("before time", "\"-9999-01-01\""),
            refused("before time", "\"-9999-01-01T00:00:00Z\""),
            refused("the last year", "\"9999-12-31\""),
            refused("the last year", "\"9999-12-31T23:59:59Z\""),
            refused("a number", "1786900000"),
            refused("a billion digits", "1E999999999"),
            refused("a list", "[2026,12,1]"),
            refused("empty", "\"\""),
            refused("a word", "\"besok\""));

    private static final List<Attack> ON_IDS = List.of(
            refused("a word", "\"x\""),
            refused("empty", "\"\""),
            refused("a number", "7"),
            refused("NUL", "\"\\u0000\""));

    private static final List<Attack> ON_LISTS = List.of(
            refused("an object", "{}"),
            refused("a number", "7"),
            refused("nothing in it", "[null]"),
            refused("a list of lists", "[[]]"),
            taken("ten thousand", "[" + "0,".repeat(9_999) + "0]"));

    private static final List<Attack> ON_OBJECTS =
            List.of(refused("a list", "[]"), refused("a number", "7"), refused("a text", "\"x\""));

    static Stream<Attack> on(JsonNode schema) {
        var kind = Schema.kind(schema);
        var ofItsKind =
                switch (kind) {
                    case "enum" -> ON_CHOICES;
                    case "date", "date-time" -> ON_TIMES;
                    case "uuid" -> ON_IDS;
                    case "integer" -> ON_WHOLE_NUMBERS;
                    case "number" -> ON_NUMBERS;
                    case "boolean" -> ON_TRUTHS;
                    case "array" -> ON_LISTS;
                    case "object" -> ON_OBJECTS;
                    default -> ON_TEXT;
                };
        return kind.equals("string") ? Stream.concat(ofItsKind.stream(), tooLong(schema)) : ofItsKind.stream();
    }

    private static Stream<Attack> tooLong(JsonNode schema) {
        var longest = schema.path("maxLength").asInt(0);
        var most = longest > 0
                ? Stream.of(refused("one letter too many", "\"" + "a".repeat(longest + 1) + "\""))
                : Stream.<Attack>of();
        return Stream.concat(
                most, Stream.of(refused("more than a body holds", "\"" + "a".repeat(LONGER_THAN_A_BODY) + "\"")));
    }

    private static Attack refused(String name, String raw) {
        return new Attack(name, raw, true);
    }

    private static Attack taken(String name, String raw) {
        return new Attack(name, raw, false);
    }
}
