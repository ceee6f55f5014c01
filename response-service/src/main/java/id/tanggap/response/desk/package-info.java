/** The cases of an agency: the queue, and what an officer does with a case. */
@NullMarked
package id.tanggap.response.desk;

import org.jspecify.annotations.NullMarked;
