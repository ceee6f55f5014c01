/** What a citizen takes along (tanda terima, UU 25/2009 art. 44): the number, the secret, and what is promised. */
@NullMarked
package id.tanggap.intake.receipt;

import org.jspecify.annotations.NullMarked;
