/** Whose a file of the past is by its own columns and titles: offices, places and numbers, never the words of a complaint. */
@NullMarked
package id.tanggap.intake.past.owner;

import org.jspecify.annotations.NullMarked;
