package id.tanggap.dispatch;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Title and text of a complaint as rules and the proposer read them; empty for a secret one. What stands where something
 * private was taken out, such as {@code [NIK]} or {@code [NAMA]}, is no word of the citizen and says nothing.
 */
public final class Wording {
    private static final Pattern MARK = Pattern.compile("\\[\\p{Lu}[\\p{Lu} -]*]");

    public static String of(@Nullable String title, @Nullable String text) {
        var words = (title == null ? "" : title) + "\n" + (text == null ? "" : text);
        return MARK.matcher(words).replaceAll(" ").strip();
    }

    private Wording() {}
}
