/** How well each row of a SOP is kept, counted from the clocks of its steps. */
@NullMarked
package id.tanggap.routing.conformance;

import org.jspecify.annotations.NullMarked;
