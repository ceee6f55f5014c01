/** The way by WhatsApp. */
@NullMarked
package id.tanggap.notification.sender.whatsapp;

import org.jspecify.annotations.NullMarked;
