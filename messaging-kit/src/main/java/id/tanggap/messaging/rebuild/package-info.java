/** All over again: topics read from their beginning, beside the consumers and without moving them. */
@NullMarked
package id.tanggap.messaging.rebuild;

import org.jspecify.annotations.NullMarked;
