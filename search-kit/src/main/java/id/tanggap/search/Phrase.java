package id.tanggap.search;

import id.tanggap.search.word.Pairs;
import id.tanggap.search.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words that stand one behind the other; at least one.
 *
 * @param pairs of common words in it, where all of them stand as they are written
 */
record Phrase(List<Unit> units, List<String> pairs) {

    /** @param words as people look for them who write them together; what is said twice, as in anak-anak, is said once */
    static Phrase meant(List<Word> words) {
        var units = words.stream().map(Unit::meant).toList();
        var saidTwice = units.size() == 2
                && units.getFirst().beginning() != null
                && units.getFirst().equals(units.getLast());
        return new Phrase(saidTwice ? units.subList(0, 1) : units, List.of());
    }

    /** @param words between quotation marks */
    static Phrase literal(List<Word> words) {
        return new Phrase(
                words.stream().map(Unit::literal).toList(), Pairs.asked(words).toList());
    }

    String tsquery() {
        return units.stream().map(Unit::tsquery).collect(Collectors.joining(" <-> ", "(", ")"));
    }

    /** As an index is asked of vectors that the rules in force made: what of them has all pairs is little. */
    String lookedUp() {
        return pairs.stream().map(Lexemes::quoted).reduce(tsquery(), (asked, pair) -> pair + " & " + asked);
    }

    /** Where it stands in a text, as it is written there. */
    List<String> in(String text, List<Word> words) {
        var found = new ArrayList<String>();
        for (var first = 0; first + units.size() <= words.size(); first++) {
            if (standsAt(first, words)) {
                var last = words.get(first + units.size() - 1);
                found.add(text.substring(words.get(first).start(), last.end()));
            }
        }
        return found;
    }

    boolean standsIn(List<Word> words) {
        return IntStream.rangeClosed(0, words.size() - units.size()).anyMatch(first -> standsAt(first, words));
    }

    private boolean standsAt(int first, List<Word> words) {
        return IntStream.range(0, units.size()).allMatch(i -> units.get(i).matches(words.get(first + i)));
    }
}
