/** The record book: every complaint with its answer, to be read in pages and taken along as a file. */
@NullMarked
package id.tanggap.reporting.record;

import org.jspecify.annotations.NullMarked;
