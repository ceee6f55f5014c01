package id.tanggap.file.content;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a file may be called, whatever its sender called it. */
public final class FileName {
    /** Characters, without the extension that is added. */
    private static final int MOST = 150;

    private FileName() {}

    /**
     * The last part of the path that some browsers send, without what cannot be seen or turns the reading round, and with
     * the extension of what the file is.
     *
     * @param sent as the sender calls it, which may be nothing
     * @param unnamed what it is called when nothing is left, without an extension
     * @return at most 150 characters and the extension
     */
    public static String of(@Nullable String sent, Kind kind, String unnamed) {
        var name = cut(
                sent == null
                        ? ""
                        : sent.replaceAll("(?s)^.*[/\\\\]", "")
                                .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "")
                                .strip());
        var dot = name.lastIndexOf('.');
        var extension = name.substring(dot + 1);
        if (dot > 0 && kind.isNamedBy(extension)) {
            return name;
        }
        var misnamed = dot >= 0 && Arrays.stream(Kind.values()).anyMatch(other -> other.isNamedBy(extension));
        var stem = misnamed ? name.substring(0, dot) : name;
        return (stem.isBlank() ? unnamed : stem) + "." + kind.extension();
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= MOST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MOST));
    }
}
