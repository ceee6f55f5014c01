/** WhatsApp's Cloud API: the messages webhook, the messages and media endpoints, and the codes of its errors. */
@NullMarked
package id.tanggap.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
