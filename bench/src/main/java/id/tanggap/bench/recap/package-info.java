/** {@code ./tanggap bench recap}: the recap of a month beside counting its complaints one by one. */
@NullMarked
package id.tanggap.bench.recap;

import org.jspecify.annotations.NullMarked;
