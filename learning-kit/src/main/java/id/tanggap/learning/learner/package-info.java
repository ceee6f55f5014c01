/** The two learners, and the ranking of labels that they come to together. */
@NullMarked
package id.tanggap.learning.learner;

import org.jspecify.annotations.NullMarked;
