/** Officers who handle a complaint look at the files that its citizen sent along. */
@NullMarked
package id.tanggap.intake.attachment.reading;

import org.jspecify.annotations.NullMarked;
