/** The sums of a month, kept beside the facts: always equal to them, never waited for by those who write them. */
@NullMarked
package id.tanggap.reporting.rollup;

import org.jspecify.annotations.NullMarked;
