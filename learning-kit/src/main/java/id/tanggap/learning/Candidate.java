package id.tanggap.learning;

/**
 * A proposed label.
 *
 * @param confidence 0 to 1. Of the first candidate: how often such a first candidate was right on examples not seen
 *     before; of the others: what is left, shared out by their scores, and never more than that of the one before
 */
public record Candidate(String label, double confidence, Explanation explanation) {}
