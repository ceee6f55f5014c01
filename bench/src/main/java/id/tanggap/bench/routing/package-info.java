/**
 * How well the learned proposals are, on complaints whose agency is known. Nothing here prints a text: the file holds
 * what real people wrote.
 */
@NullMarked
package id.tanggap.bench.routing;

import org.jspecify.annotations.NullMarked;
