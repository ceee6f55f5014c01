/** Locks bytes away with a key for each owner, bound to their place; deleting the key erases them. */
@NullMarked
package id.tanggap.file.sealing;

import org.jspecify.annotations.NullMarked;
