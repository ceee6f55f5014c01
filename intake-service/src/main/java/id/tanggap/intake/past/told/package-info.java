/** What sources tell of a complaint, and what is known of it after it was told again. */
@NullMarked
package id.tanggap.intake.past.told;

import org.jspecify.annotations.NullMarked;
