package id.tanggap.intake.past.mapping;

import id.tanggap.intake.past.file.SheetRow;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the names of columns are compared. */
public final class Headings {
    /** A column's name in lower case, without what stands in brackets behind it. */
    public static String name(String cell) {
        return cell.toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*", "")
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip();
    }

    /** All names of a row, as bytes that stay the same however they are set out. */
    static byte[] names(SheetRow row) {
        return row.cells().stream()
                .map(Headings::name)
                .collect(Collectors.joining("\0"))
                .replaceAll("\0+$", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Headings() {}
}
