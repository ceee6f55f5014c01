/** The dialogue in the words of a government: what is answered, and by which words citizens demand something. */
@NullMarked
package id.tanggap.intake.conversation.wording;

import org.jspecify.annotations.NullMarked;
