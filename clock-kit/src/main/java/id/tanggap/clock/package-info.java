/**
 * When a promise falls due: the working calendar of a government, and the clocks that run by it. Given the time, it keeps
 * nothing and tells nobody; whoever owns what is timed does.
 */
@NullMarked
package id.tanggap.clock;

import org.jspecify.annotations.NullMarked;
