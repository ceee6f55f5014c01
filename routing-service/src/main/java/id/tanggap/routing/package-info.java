/** Brings each complaint to the agency that must answer, and keeps its deadlines. */
@NullMarked
package id.tanggap.routing;

import org.jspecify.annotations.NullMarked;
