/** Words of a text: where they end, how they are usually spelled, what they are made of, and which stand together. */
@NullMarked
package id.tanggap.search.word;

import org.jspecify.annotations.NullMarked;
