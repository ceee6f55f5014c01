/** Following one's own complaint, and what may be added to it. */
@NullMarked
package id.tanggap.intake.page.follow;

import org.jspecify.annotations.NullMarked;
