/** What a citizen sees of the own complaint and adds to it, with number and secret. */
@NullMarked
package id.tanggap.intake.tracking;

import org.jspecify.annotations.NullMarked;
