/** From a text to numbers: words, the features they make, and what each weighs. */
@NullMarked
package id.tanggap.learning.text;

import org.jspecify.annotations.NullMarked;
