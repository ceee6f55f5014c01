/**
 * Complaints that another system handled before: a file is looked through row by row, and what can be read is taken over
 * without persons. Nothing of it becomes a case.
 */
@NullMarked
package id.tanggap.intake.past;

import org.jspecify.annotations.NullMarked;
