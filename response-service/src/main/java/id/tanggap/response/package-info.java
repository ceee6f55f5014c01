/** The agency's desk: what lies on it, who takes it in hand, and the answer. */
@NullMarked
package id.tanggap.response;

import org.jspecify.annotations.NullMarked;
