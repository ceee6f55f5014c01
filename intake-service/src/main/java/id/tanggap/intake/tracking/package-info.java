/** What a citizen sees of the own complaint, with number and secret, and what the offices told for that. */
@NullMarked
package id.tanggap.intake.tracking;

import org.jspecify.annotations.NullMarked;
