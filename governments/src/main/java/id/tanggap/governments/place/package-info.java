/** Where: districts and villages by official code, and their outlines. */
@NullMarked
package id.tanggap.governments.place;

import org.jspecify.annotations.NullMarked;
