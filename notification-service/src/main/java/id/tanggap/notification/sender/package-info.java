/**
 * One attempt to bring one message to a citizen: asks the vault for the address, writes the letter, hands it to the mail
 * server, and says what came of it. Holds no state.
 */
@NullMarked
package id.tanggap.notification.sender;

import org.jspecify.annotations.NullMarked;
