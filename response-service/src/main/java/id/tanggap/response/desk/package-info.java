/** A case on its agency's desk: what may be done with it, and doing it. */
@NullMarked
package id.tanggap.response.desk;

import org.jspecify.annotations.NullMarked;
