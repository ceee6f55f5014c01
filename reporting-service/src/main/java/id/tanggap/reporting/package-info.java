/**
 * The monthly recap: what every topic tells of a complaint is kept as one row of facts, and a month of a government is
 * read from these rows as totals, pages and a file.
 */
@NullMarked
package id.tanggap.reporting;

import org.jspecify.annotations.NullMarked;
