/** What citizens see: the files that pages load, and the words they speak. Templates lie in {@code templates/citizen}. */
@NullMarked
package id.tanggap.citizen;

import org.jspecify.annotations.NullMarked;
