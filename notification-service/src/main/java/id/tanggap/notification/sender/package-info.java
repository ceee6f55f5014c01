/**
 * One attempt to bring one message to a citizen: the {@link id.tanggap.notification.sender.Courier} asks the vault how the
 * citizen is reached and hands the message to the {@link id.tanggap.notification.sender.Sender} of that way, each of which
 * is a package below this one. Holds no state.
 */
@NullMarked
package id.tanggap.notification.sender;

import org.jspecify.annotations.NullMarked;
