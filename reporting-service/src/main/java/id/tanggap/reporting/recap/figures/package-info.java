/** What a recap counts: read from the sums that are kept, or from each complaint for the record. */
@NullMarked
package id.tanggap.reporting.recap.figures;

import org.jspecify.annotations.NullMarked;
