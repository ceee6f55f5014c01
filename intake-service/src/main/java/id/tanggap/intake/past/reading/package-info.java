/** What the rows of a known table tell: complaints, and what is to be said of those that cannot be read. */
@NullMarked
package id.tanggap.intake.past.reading;

import org.jspecify.annotations.NullMarked;
