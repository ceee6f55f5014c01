/** What officers said of the words and columns of their files, so that they are asked once. */
@NullMarked
package id.tanggap.intake.past.mapping;

import org.jspecify.annotations.NullMarked;
