/** A text as it reads once tricks of writing are taken back, and who has claimed which part of it. */
@NullMarked
package id.tanggap.masking.text;

import org.jspecify.annotations.NullMarked;
