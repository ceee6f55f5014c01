/** Takes identity out of texts before they may leave the vault. */
@NullMarked
package id.tanggap.intake.masking;

import org.jspecify.annotations.NullMarked;
