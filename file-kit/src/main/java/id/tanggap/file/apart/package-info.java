/** Work on what a stranger sent, in a process of its own: whatever that does to it, it does to nobody else. */
@NullMarked
package id.tanggap.file.apart;

import org.jspecify.annotations.NullMarked;
