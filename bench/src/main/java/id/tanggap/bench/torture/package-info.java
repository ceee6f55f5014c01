/**
 * A platform under faults: citizens and officers go on while parts are killed, frozen, cut off and left without a disk, and in
 * the end somebody who knows only what these people were told looks whether it is so.
 */
@NullMarked
package id.tanggap.bench.torture;

import org.jspecify.annotations.NullMarked;
