/** Where a complaint goes by rule: the words and places in it, and the rules weighed. */
@NullMarked
package id.tanggap.governments.routing;

import org.jspecify.annotations.NullMarked;
