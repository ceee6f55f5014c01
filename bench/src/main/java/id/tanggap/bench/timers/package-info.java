/** How quickly due timers ring, beside what PostgreSQL alone can claim. */
@NullMarked
package id.tanggap.bench.timers;

import org.jspecify.annotations.NullMarked;
