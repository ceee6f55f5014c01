/** What the documents of a recap tell, each figure once, and the words for it. */
@NullMarked
package id.tanggap.reporting.document.figure;

import org.jspecify.annotations.NullMarked;
