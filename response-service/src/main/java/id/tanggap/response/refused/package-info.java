/** What officers did and has no effect, because somebody else came first: they are told, and find their words again. */
@NullMarked
package id.tanggap.response.refused;

import org.jspecify.annotations.NullMarked;
