/** {@code ./tanggap bench queue}: how quickly the desk's lists come, with few cases and with many. */
@NullMarked
package id.tanggap.bench.queue;

import org.jspecify.annotations.NullMarked;
