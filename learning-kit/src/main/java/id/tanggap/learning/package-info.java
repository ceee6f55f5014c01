/**
 * Proposes labels for a text, learned from examples whose label is known. Knows texts, places and labels, and nothing of
 * what they mean.
 *
 * <p>{@link id.tanggap.learning.Model} is the door. Two learners give their opinion: a linear support vector machine over
 * words, which is retrained as a whole, and the nearest examples by BM25, which learn one example at once. How far the
 * first candidate can be trusted is measured on examples that the learners had not seen.
 */
@NullMarked
package id.tanggap.learning;

import org.jspecify.annotations.NullMarked;
