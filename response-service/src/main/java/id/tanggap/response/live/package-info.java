/** Tells open pages what has changed, and who looks at the same case. */
@NullMarked
package id.tanggap.response.live;

import org.jspecify.annotations.NullMarked;
