/**
 * Files of strangers: told by their content, freed of what they give away, sealed, and kept. Knows owners and files by
 * their ids, and nothing of what they are about.
 */
@NullMarked
package id.tanggap.file;

import org.jspecify.annotations.NullMarked;
