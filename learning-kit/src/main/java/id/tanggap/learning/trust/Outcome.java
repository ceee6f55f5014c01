package id.tanggap.learning.trust;

/**
 * What came of ranking an example that the learners had not seen.
 *
 * @param right whether the first label is the example's
 */
record Outcome(Signs signs, boolean right) {}
