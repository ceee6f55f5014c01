package id.tanggap.search.word;

import java.util.HashMap;
import java.util.Map;

/** Slang, abbreviations and frequent slips of the pen, each with its usual spelling: {@code spelling.txt}. */
final class Spelling {
    private static final Map<String, String> USUAL = read();

    static String usual(String folded) {
        return USUAL.getOrDefault(folded, folded);
    }

    private static Map<String, String> read() {
        var usual = new HashMap<String, String>();
        WordList.lines("spelling.txt").forEach(line -> add(usual, line.split("[: ]+")));
        return Map.copyOf(usual);
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
