/** The complaint as it comes in: its form, its number, the receipt, and the one statement that stores it. */
@NullMarked
package id.tanggap.intake.complaint;

import org.jspecify.annotations.NullMarked;
