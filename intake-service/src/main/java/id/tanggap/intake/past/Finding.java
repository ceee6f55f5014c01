package id.tanggap.intake.past;

/**
 * What is to be said of a row: where and what is wrong, never what stands there.
 *
 * @param column as the source calls it
 * @param fault whether the row is left out; otherwise it is taken over as the reason says
 */
record Finding(SheetRow row, String column, String reason, boolean fault) {}
