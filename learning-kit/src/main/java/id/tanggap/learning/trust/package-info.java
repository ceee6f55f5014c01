/** How far a ranking can be trusted, measured on examples that were not learned. */
@NullMarked
package id.tanggap.learning.trust;

import org.jspecify.annotations.NullMarked;
