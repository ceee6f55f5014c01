/** The way out: events that leave with the commit of the state they tell of. */
@NullMarked
package id.tanggap.messaging.outbox;

import org.jspecify.annotations.NullMarked;
