/** What of texts in which somebody marked what identifies a person is masked, and what is masked without need. */
@NullMarked
package id.tanggap.bench.masking;

import org.jspecify.annotations.NullMarked;
