/** The documents of a recap: ordered, made in the background, and fetched. */
@NullMarked
package id.tanggap.reporting.document;

import org.jspecify.annotations.NullMarked;
