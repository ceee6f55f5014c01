package id.tanggap.routing.destination;

import org.jspecify.annotations.Nullable;

/** Title and text of a complaint as rules and the proposer read them; empty for a secret one. */
final class Wording {
    static String of(@Nullable String title, @Nullable String text) {
        return ((title == null ? "" : title) + "\n" + (text == null ? "" : text)).strip();
    }

    private Wording() {}
}
