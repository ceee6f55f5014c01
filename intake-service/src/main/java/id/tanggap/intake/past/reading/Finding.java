package id.tanggap.intake.past.reading;

import id.tanggap.intake.past.file.SheetRow;

/**
 * What is to be said of a row: where and what is wrong, never what stands there.
 *
 * @param column as the source calls it
 * @param fault whether the row is left out; otherwise it is taken over as the reason says
 */
public record Finding(SheetRow row, String column, String reason, boolean fault) {}
