/** In which order the ways to a citizen are tried. */
@NullMarked
package id.tanggap.notification.ladder;

import org.jspecify.annotations.NullMarked;
