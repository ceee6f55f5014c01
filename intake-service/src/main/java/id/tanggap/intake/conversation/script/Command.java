package id.tanggap.intake.conversation.script;

import java.util.Locale;

/** What a citizen can demand in a word or by a press, whatever is under way. The words are the government's wording. */
public enum Command {
    SEND,
    SEND_SECRET,
    SKIP,
    CANCEL,
    STATUS,
    OBJECT,
    SURVEY,
    CODE,
    PROOF,
    PERSON,
    HELP,
    GREET,
    STOP,
    START,
    INDONESIAN,
    ENGLISH,
    JAVANESE;

    /** The key of the words that mean it. */
    public String words() {
        return "words-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of what stands on its button. */
    public String button() {
        return "press-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
