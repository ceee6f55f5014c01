/** Who works at the desk, and how far each of them reaches. */
@NullMarked
package id.tanggap.response.officer;

import org.jspecify.annotations.NullMarked;
