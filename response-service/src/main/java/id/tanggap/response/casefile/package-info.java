/** The file of a case: all that its officers read of it in one place, and the door to what they do with it. */
@NullMarked
package id.tanggap.response.casefile;

import org.jspecify.annotations.NullMarked;
