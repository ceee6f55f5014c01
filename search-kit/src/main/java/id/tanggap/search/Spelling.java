package id.tanggap.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Slang, abbreviations and frequent slips of the pen, each with its usual spelling: {@code spelling.txt}. */
final class Spelling {
    private static final Map<String, String> USUAL = read();

    static String usual(String folded) {
        return USUAL.getOrDefault(folded, folded);
    }

    private static Map<String, String> read() {
        try (var list = Objects.requireNonNull(Spelling.class.getResourceAsStream("spelling.txt"))) {
            var usual = new HashMap<String, String>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> add(usual, line.split("[: ]+")));
            return Map.copyOf(usual);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param line the usual spelling and the others */
    private static void add(Map<String, String> usual, String[] line) {
        for (var i = 1; i < line.length; i++) {
            var known = usual.put(line[i], line[0]);
            if (known != null) {
                throw new IllegalStateException(line[i] + " is both " + known + " and " + line[0]);
            }
        }
    }

    private Spelling() {}
}
