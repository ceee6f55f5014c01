package id.tanggap.intake.past.mapping;

import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.vault.Seal;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What officers of a government said before.
 *
 * @param labels the id that each means here; empty where it keeps its own name
 * @param columns by the {@linkplain #key fingerprint} of the heading: a row that was taken for one by mistake may hold words
 */
public record Remembered(Map<Label, Optional<String>> labels, Map<String, ColumnMapping> columns) {
    public static final Remembered NOTHING = new Remembered(Map.of(), Map.of());

    /** Null when nobody said what the label means. */
    public @Nullable Optional<String> meaning(Label label) {
        return labels.get(label);
    }

    /** Null when nobody said what the columns under this row mean. */
    public @Nullable ColumnMapping under(SheetRow heading, Seal seal) {
        return columns.isEmpty() ? null : columns.get(key(heading, seal));
    }

    static String key(SheetRow heading, Seal seal) {
        return HexFormat.of().formatHex(seal.fingerprint(Headings.names(heading)));
    }
}
