/**
 * Complaints out of a file, posted one by one as citizens would, and the proof that each arrived everywhere. Nothing
 * here prints a text: the file holds what real people wrote.
 */
@NullMarked
package id.tanggap.bench.replay;

import org.jspecify.annotations.NullMarked;
