/** The page on which a citizen sees that the own complaint stands in its recap; the check for browsers without scripts. */
@NullMarked
package id.tanggap.intake.page.proof;

import org.jspecify.annotations.NullMarked;
