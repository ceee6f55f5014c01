/** The dates that a citizen is told, what each is for, and how it is reckoned. */
@NullMarked
package id.tanggap.intake.term;

import org.jspecify.annotations.NullMarked;
