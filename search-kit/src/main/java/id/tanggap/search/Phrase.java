package id.tanggap.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words that stand one behind the other; at least one. */
record Phrase(List<Unit> units) {

    String tsquery() {
        return units.stream().map(Unit::tsquery).collect(Collectors.joining(" <-> ", "(", ")"));
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
