package id.tanggap.governments.speech;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a government says to citizens, by keys; each text in Indonesian and, where somebody wrote it, in other languages. */
public record Wording(Map<String, Text> texts) {
    static final String INDONESIAN = "id";
    static final Pattern BLANK = Pattern.compile("\\{([a-z0-9-]+)}");

    public Wording {
        texts = Map.copyOf(texts);
    }

    /**
     * @param values which blanks it may have
     * @param byLanguage by tag; Indonesian is among them
     */
    public record Text(Set<String> values, Map<String, String> byLanguage) {}

    /**
     * The text with its blanks filled.
     *
     * @param language a tag; Indonesian is taken where the text does not speak it
     * @param values one for each name that the text may use
     * @throws IllegalArgumentException when there is no such text, or a value is missing
     */
    public String say(String key, String language, Map<String, String> values) {
        var text = text(key);
        var words = text.byLanguage().getOrDefault(language, text.byLanguage().get(INDONESIAN));
        return BLANK.matcher(String.valueOf(words))
                .replaceAll(blank -> Matcher.quoteReplacement(value(values, blank.group(1), key)));
    }

    /** @throws IllegalArgumentException when a text is missing that somebody will say, or one that cannot be filled */
    public void demand(String key, Set<String> values) {
        var missing = new TreeSet<>(text(key).values());
        missing.removeAll(values);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The text " + key + " asks for " + missing + ", which nobody fills in");
        }
    }

    private Text text(String key) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no text " + key);
        }
        return text;
    }

    private static String value(Map<String, String> values, String name, String key) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The text " + key + " lacks a value for " + name);
        }
        return value;
    }
}
