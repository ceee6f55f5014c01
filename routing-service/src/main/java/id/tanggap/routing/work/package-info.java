/** All by which cases change: what other services tell, what people decide, what time brings, what a decree moves. */
@NullMarked
package id.tanggap.routing.work;

import org.jspecify.annotations.NullMarked;
