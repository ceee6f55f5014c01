package id.tanggap.intake.past.reading;

import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.mapping.LabelKind;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a row: where and what is wrong. Of what stands there it tells labels alone, and those masked.
 *
 * @param column as the source calls it
 * @param value the label that is not known here, masked; null where it is about anything else
 * @param label of what it is one, when an officer may say what it means
 * @param fault whether the row is left out; otherwise it is taken over as the reason says
 */
public record Finding(
        SheetRow row,
        String column,
        String reason,
        boolean fault,
        @Nullable String value,
        @Nullable LabelKind label) {
    Finding(SheetRow row, String column, String reason, boolean fault) {
        this(row, column, reason, fault, null, null);
    }
}
