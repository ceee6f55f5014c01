package id.tanggap.contracts.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * How much of a complaint others may see. Whether words may leave the vault is decided here and nowhere else: events that
 * carry words take them through {@link #open}.
 */
public enum Visibility {
    /** The masked text is open to the offices that handle it and to the recap. */
    PUBLIC,
    /** Anonim: the content is open, the name stays hidden from the agency too. */
    ANONYMOUS,
    /** Rahasia: not even the masked text leaves the vault. */
    SECRET;

    /** What is not known yet counts as secret: the receipt may come after the event that asks. */
    public static Visibility orSecret(@Nullable Visibility visibility) {
        return visibility == null ? SECRET : visibility;
    }

    /** As {@link #name} was kept in a database; what this version does not know counts as secret. */
    public static Visibility ofName(@Nullable String name) {
        return switch (name) {
            case "PUBLIC" -> PUBLIC;
            case "ANONYMOUS" -> ANONYMOUS;
            case null, default -> SECRET;
        };
    }

    /** Whether nothing that somebody wrote may leave the vault. */
    public boolean isSecret() {
        return this == SECRET;
    }

    /** Whether the complainant's name is hidden from the agency that answers, as the citizen asked. */
    public boolean isNameHidden() {
        return this != PUBLIC;
    }

    /** Masked words, if they may leave the vault; null otherwise. */
    public @Nullable String open(@Nullable String words) {
        return isSecret() ? null : words;
    }
}
