/** The way by e-mail: writes the letter, hands it to the mail server, and reads what that says. */
@NullMarked
package id.tanggap.notification.sender.mail;

import org.jspecify.annotations.NullMarked;
