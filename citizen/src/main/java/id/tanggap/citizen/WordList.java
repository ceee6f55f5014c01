package id.tanggap.citizen;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code words.txt}: a block for each sentence, a line for each language, the Indonesian one first. */
final class WordList {
    static final WordList WORDS = read();

    private final Map<String, Map<String, String>> sentences;

    private WordList(Map<String, Map<String, String>> sentences) {
        this.sentences = sentences;
    }

    static WordList of(String text) {
        var sentences = new HashMap<String, Map<String, String>>();
        for (var block : text.strip().split("\n\\s*\n")) {
            var said = block.lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toMap(line -> line.substring(0, 2), line -> line.substring(3)));
            if (!said.isEmpty() && sentences.put(requireNonNull(said.get("id"), block), said) != null) {
                throw new IllegalArgumentException("Twice in the word list: " + said.get("id"));
            }
        }
        return new WordList(Map.copyOf(sentences));
    }

    /** @param language its tag */
    Optional<String> in(String language, String sentence) {
        return Optional.ofNullable(sentences.get(sentence)).map(said -> said.get(language));
    }

    Set<String> sentences() {
        return sentences.keySet();
    }

    private static WordList read() {
        try (var list = requireNonNull(WordList.class.getResourceAsStream("words.txt"))) {
            return of(new String(list.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
