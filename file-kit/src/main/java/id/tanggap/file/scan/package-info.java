/** Whether a file carries what harms whoever opens it. */
@NullMarked
package id.tanggap.file.scan;

import org.jspecify.annotations.NullMarked;
