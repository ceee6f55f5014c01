/** Invented complaints, posted as citizens would, until they stand everywhere. */
@NullMarked
package id.tanggap.bench.complaints;

import org.jspecify.annotations.NullMarked;
