/** Where a complaint is: which agency has it, why, and since when. */
@NullMarked
package id.tanggap.routing.cases;

import org.jspecify.annotations.NullMarked;
