/** Lodging a complaint: written, checked, sent, and its receipt kept until the citizen has it. */
@NullMarked
package id.tanggap.intake.page.lodge;

import org.jspecify.annotations.NullMarked;
