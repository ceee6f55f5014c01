package id.tanggap.intake.conversation.wording;

import id.tanggap.governments.speech.Wording;
import id.tanggap.intake.conversation.script.Command;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words by which citizens demand something, in every language that the wording speaks. */
public final class Vocabulary {
    private static final List<String> LANGUAGES = List.of("id", "en", "jv");

    private final Map<String, Command> commands = new HashMap<>();

    public Vocabulary(Wording wording) {
        for (var command : Command.values()) {
            LANGUAGES.stream()
                    .flatMap(language -> Arrays.stream(
                            wording.say(command.words(), language, Map.of()).split(",")))
                    .map(Vocabulary::plain)
                    .forEach(word -> commands.put(word, command));
        }
    }

    /** Null when it is no command, or more than one. */
    public @Nullable Command commandIn(String text) {
        return commands.get(plain(text));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("^/|[.!]+$", "").replaceAll("\\s+", " ");
    }
}
