/** In which words a government speaks to citizens, and by which accounts of its own. */
@NullMarked
package id.tanggap.governments.speech;

import org.jspecify.annotations.NullMarked;
