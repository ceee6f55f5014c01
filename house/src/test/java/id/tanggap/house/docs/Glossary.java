package id.tanggap.house.docs;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page of words: those with a name in the code, and those without. */
record Glossary(List<Word> known, List<Word> unknown) {

    private static final String WITHOUT = "## Words that it does not";
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Z][\\w.]+");

    /** @param names identifiers, as the second column has them */
    record Word(String term, List<String> names) {

        private static Word of(String line) {
            var cells = line.split("\\|");
            return new Word(
                    cells[1].strip(),
                    IDENTIFIER
                            .matcher(cells[2])
                            .results()
                            .map(name -> name.group())
                            .toList());
        }
    }

    static Glossary of(String page) {
        var parts = page.split(WITHOUT, 2);
        return new Glossary(words(parts[0]), words(parts[1]));
    }

    /** What the page says and the code does not. */
    List<String> untrue(Set<String> code) {
        return Stream.of(
                        known.stream()
                                .filter(word -> word.names().isEmpty())
                                .map(word -> word.term() + " has no identifier"),
                        names(known).filter(name -> !code.contains(name)).map(name -> name + " does not exist"),
                        names(unknown).filter(code::contains).map(name -> name + " exists now"))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<String> names(List<Word> words) {
        return words.stream().flatMap(word -> word.names().stream());
    }

    private static List<Word> words(String part) {
        return part.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| Indonesian"))
                .map(Word::of)
                .toList();
    }
}
