/**
 * WhatsApp's Cloud API with the telephones behind it: takes messages as Meta takes them, posts signed webhooks as Meta posts
 * them, and fails as it is told to. All in memory, in bounds.
 */
@NullMarked
package id.tanggap.doubles.whatsapp;

import org.jspecify.annotations.NullMarked;
