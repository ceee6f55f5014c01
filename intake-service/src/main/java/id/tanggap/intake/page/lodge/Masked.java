package id.tanggap.intake.page.lodge;

import id.tanggap.masking.Masking;
import id.tanggap.masking.text.Kind;
import id.tanggap.masking.text.Mark;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Something in the form that identifies a person.
 *
 * @param part as it was typed
 * @param word what it is, in Indonesian, within a sentence
 */
public record Masked(String part, String word) {

    /** The words that there are. */
    static List<String> kinds() {
        return Stream.of(Kind.values()).map(Kind::word).toList();
    }

    static List<Masked> in(Draft draft, Masking ofGovernment) {
        var masking = ofGovernment.of(draft.name());
        return Stream.of(
                        marked(draft.title(), masking, Masking::marks),
                        marked(draft.text(), masking, Masking::marks),
                        marked(draft.place(), masking, Masking::marksOfAddress))
                .flatMap(marks -> marks)
                .distinct()
                .toList();
    }

    private static Stream<Masked> marked(String text, Masking masking, BiFunction<Masking, String, List<Mark>> marks) {
        return marks.apply(masking, text).stream()
                .map(mark -> new Masked(
                        text.substring(mark.from(), mark.to()), mark.kind().word()));
    }
}
