/** The two files that are handed out, byte for byte: the proof of one complaint and the whole recap. */
@NullMarked
package id.tanggap.proof.file;

import org.jspecify.annotations.NullMarked;
