/** Recordings of strangers, freed of what they give away. */
@NullMarked
package id.tanggap.file.sound;

import org.jspecify.annotations.NullMarked;
