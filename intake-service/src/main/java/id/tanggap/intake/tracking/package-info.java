/** What a citizen sees of the own complaint, with number and secret. */
@NullMarked
package id.tanggap.intake.tracking;

import org.jspecify.annotations.NullMarked;
