/** What a message says where only words fit, whoever carries it. */
@NullMarked
package id.tanggap.notification.sender.chat;

import org.jspecify.annotations.NullMarked;
