/** Conversations with citizens on accounts of a government: what was said is heard, done and answered, in order and once. */
@NullMarked
package id.tanggap.intake.conversation;

import org.jspecify.annotations.NullMarked;
