/**
 * What providers of messages bring: the hook that keeps it and says so, and all that is no word of a citizen. Nothing here knows
 * what a conversation is.
 */
@NullMarked
package id.tanggap.intake.channel;

import org.jspecify.annotations.NullMarked;
