/**
 * What a file is, by its content: {@link id.tanggap.file.content.Inspection} refuses what is broken or too large, and makes
 * pictures anew from their pixels alone.
 */
@NullMarked
package id.tanggap.file.content;

import org.jspecify.annotations.NullMarked;
