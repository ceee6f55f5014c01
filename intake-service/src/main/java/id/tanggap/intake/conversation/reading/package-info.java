/** A conversation as it was, for those who handle its complaint: for a purpose, and on record. */
@NullMarked
package id.tanggap.intake.conversation.reading;

import org.jspecify.annotations.NullMarked;
