/** Tells whoever writes what would be masked. */
@NullMarked
package id.tanggap.intake.masking;

import org.jspecify.annotations.NullMarked;
