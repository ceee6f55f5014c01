/** What all pages share: who visits, in which language, and what becomes of a failure. */
@NullMarked
package id.tanggap.intake.page.frame;

import org.jspecify.annotations.NullMarked;
