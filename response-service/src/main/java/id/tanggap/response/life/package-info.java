/** The life of a case on its agency's desk: what may be done in which status and by whom, and where it stands. Pure. */
@NullMarked
package id.tanggap.response.life;

import org.jspecify.annotations.NullMarked;
