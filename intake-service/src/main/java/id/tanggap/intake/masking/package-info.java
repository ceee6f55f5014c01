/** Takes identity out of texts before they may leave the vault, as the government knows its places. */
@NullMarked
package id.tanggap.intake.masking;

import org.jspecify.annotations.NullMarked;
