/** The governments' files as they are in force, and the procedures that running cases began with. */
@NullMarked
package id.tanggap.routing.sop;

import org.jspecify.annotations.NullMarked;
