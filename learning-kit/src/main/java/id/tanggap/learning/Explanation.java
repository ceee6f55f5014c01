package id.tanggap.learning;

import java.util.List;

/**
 * Why a label is proposed.
 *
 * @param clues words and pairs of words that spoke for it, the strongest first, at most five
 * @param similarExamples ids of the nearest examples that bear the label, the nearest first, at most five
 */
public record Explanation(List<Clue> clues, List<String> similarExamples) {

    /**
     * What in the text spoke for the label.
     *
     * @param words as they stand in the text
     * @param weight above zero, in shares of all that spoke for the label
     */
    public record Clue(String words, double weight) {}

    public Explanation {
        clues = List.copyOf(clues);
        similarExamples = List.copyOf(similarExamples);
    }
}
