/** The way in: each event's effect once, in its own transaction; what cannot be taken is set aside with its cause. */
@NullMarked
package id.tanggap.messaging.inbox;

import org.jspecify.annotations.NullMarked;
