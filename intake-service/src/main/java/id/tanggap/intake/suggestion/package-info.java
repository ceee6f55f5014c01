/** What a citizen is asked about while a complaint is written: the place and the category that the words speak for. */
@NullMarked
package id.tanggap.intake.suggestion;

import org.jspecify.annotations.NullMarked;
