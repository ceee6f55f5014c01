/** Watching: parts run as child processes, come back when they die, and nothing of them is left behind. */
@NullMarked
package id.tanggap.local.process;

import org.jspecify.annotations.NullMarked;
