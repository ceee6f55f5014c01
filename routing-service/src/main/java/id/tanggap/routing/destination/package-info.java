/** To which agency a complaint should go, how sure that is, and why. */
@NullMarked
package id.tanggap.routing.destination;

import org.jspecify.annotations.NullMarked;
