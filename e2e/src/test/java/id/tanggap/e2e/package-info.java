/**
 * What holds for the platform as a whole and thus in no single module: the files that describe it elsewhere name what
 * {@code ./tanggap up} starts, and a complaint gets from the citizen to the answer, also while parts die.
 */
@NullMarked
package id.tanggap.e2e;

import org.jspecify.annotations.NullMarked;
