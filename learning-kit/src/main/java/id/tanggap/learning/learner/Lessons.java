package id.tanggap.learning.learner;

import id.tanggap.learning.Example;
import id.tanggap.learning.LabelCoder;
import id.tanggap.learning.text.SparseVector;
import id.tanggap.learning.text.TextAnalyzer;
import id.tanggap.learning.text.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Examples made ready for learning, once for all the times they are learned.
 *
 * @param examples each id once
 * @param codes of the examples, in their order
 * @param counts of the examples, in their order
 */
public record Lessons(
        List<Example> examples,
        LabelCoder coder,
        List<String> codes,
        TextAnalyzer analyzer,
        Vocabulary vocabulary,
        List<SparseVector> counts) {

    public static Lessons of(List<Example> all, LabelCoder coder) {
        var byId = new LinkedHashMap<String, Example>();
        all.forEach(example -> byId.putLast(example.id(), example));
        var examples = new ArrayList<>(byId.values());
        var analyzer = TextAnalyzer.ofAllWords();
        var counted = Vocabulary.count(examples, analyzer);
        return new Lessons(
                examples,
                coder,
                examples.stream()
                        .map(example -> coder.encode(example.label(), example.place()))
                        .toList(),
                analyzer,
                counted.vocabulary(),
                counted.counts());
    }
}
