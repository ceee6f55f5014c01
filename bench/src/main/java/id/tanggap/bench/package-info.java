/** Tools that stand outside the platform: the replay of real complaints over HTTP, and the benchmarks. */
@NullMarked
package id.tanggap.bench;

import org.jspecify.annotations.NullMarked;
