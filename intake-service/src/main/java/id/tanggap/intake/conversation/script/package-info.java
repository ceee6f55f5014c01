/**
 * How a conversation goes, as a table: what the citizen says where, and what follows. Pure, and without a text: those are the
 * government's wording.
 */
@NullMarked
package id.tanggap.intake.conversation.script;

import org.jspecify.annotations.NullMarked;
