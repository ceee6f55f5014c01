package id.tanggap.citizen;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the citizens' pages. Sentences are written in Indonesian; {@code words.txt} has the others. */
public enum Language {
    INDONESIAN("id", "Bahasa Indonesia"),
    ENGLISH("en", "English"),
    /** Krama in simple words; no speaker has read it yet, and its pages say so. */
    JAVANESE("jv", "Basa Jawa");

    private final String tag;
    private final String name;

    Language(String tag, String name) {
        this.tag = tag;
        this.name = name;
    }

    /** @param tag as BCP 47 has it, from a stranger */
    public static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    public String tag() {
        return tag;
    }

    /** What it calls itself. */
    public String ownName() {
        return name;
    }

    /**
     * The sentence in this language; in Indonesian where the list does not have it.
     *
     * @param sentence in Indonesian, with {@code $1}, {@code $2} and so on for the values
     */
    public String say(String sentence, Object... values) {
        var said = inThis(sentence);
        for (var place = values.length; place > 0; place--) {
            said = said.replace("$" + place, String.valueOf(values[place - 1]));
        }
        return said;
    }

    /**
     * The same for values that have names.
     *
     * @param sentence in Indonesian, with a name in braces for each value
     */
    public String say(String sentence, Map<String, String> values) {
        var said = inThis(sentence);
        for (var value : values.entrySet()) {
            said = said.replace("{" + value.getKey() + "}", value.getValue());
        }
        return said;
    }

    private String inThis(String sentence) {
        return this == INDONESIAN ? sentence : WordList.WORDS.in(tag, sentence).orElse(sentence);
    }
}
