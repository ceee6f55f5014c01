/** The governments that take complaints here, and their categories. */
@NullMarked
package id.tanggap.intake.government;

import org.jspecify.annotations.NullMarked;
