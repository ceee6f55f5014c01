/**
 * Tells citizens what became of their complaint: that it was received, what the office asks and
 * answers, and who else is in charge. Keeps a ledger of every message and asks intake's vault for the address anew at each attempt; it stores no address itself.
 */
@NullMarked
package id.tanggap.notification;

import org.jspecify.annotations.NullMarked;
