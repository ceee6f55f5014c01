/** What a case is: where it stands and goes next, which agency has it and why, its clocks, and how all that is kept. */
@NullMarked
package id.tanggap.routing.cases;

import org.jspecify.annotations.NullMarked;
