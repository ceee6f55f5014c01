/** What must never travel: who complained and the words as they were written, sealed per complaint. */
@NullMarked
package id.tanggap.intake.vault;

import org.jspecify.annotations.NullMarked;
