/** Files as they are written: their fields, with the line of each, and every fault told at once. */
@NullMarked
package id.tanggap.governments.file;

import org.jspecify.annotations.NullMarked;
