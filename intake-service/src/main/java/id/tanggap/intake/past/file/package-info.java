/** A file as it was sent: which kind it is by its bytes, and its rows, whoever wrote them. */
@NullMarked
package id.tanggap.intake.past.file;

import org.jspecify.annotations.NullMarked;
