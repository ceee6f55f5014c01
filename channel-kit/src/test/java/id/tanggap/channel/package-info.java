@NullMarked
package id.tanggap.channel;

import org.jspecify.annotations.NullMarked;
