@NullMarked
package id.tanggap.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
