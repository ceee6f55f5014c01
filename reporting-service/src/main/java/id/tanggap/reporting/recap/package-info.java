/**
 * Reads a month of a government from the facts: sums by agency, category and channel, the complaints page by page, and
 * the whole as the file that Karanganyar keeps (SOP 000.8.3.3/18.20 Tahun 2025, steps 5 and 6).
 */
@NullMarked
package id.tanggap.reporting.recap;

import org.jspecify.annotations.NullMarked;
