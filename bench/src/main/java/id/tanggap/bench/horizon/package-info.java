/** {@code ./tanggap bench horizon}: whether queues keep their rate while somebody has a transaction open, as a backup does. */
@NullMarked
package id.tanggap.bench.horizon;

import org.jspecify.annotations.NullMarked;
