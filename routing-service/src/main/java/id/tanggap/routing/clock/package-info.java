/**
 * When a promise falls due: the working calendar of a government, and the clocks that run by it.
 */
@NullMarked
package id.tanggap.routing.clock;

import org.jspecify.annotations.NullMarked;
