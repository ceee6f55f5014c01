package id.tanggap.search.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootsTest {
    private static final Set<String> ROOTS = WordList.words("roots.txt");

    /** Whatever the grammar makes of a root goes back to it; of few, to another root that is also in it. */
    @Test
    void findsWhatAWordIsMadeOf() {
        var made = ROOTS.stream()
                .flatMap(root -> words(root).map(word -> List.of(root, word)))
                .toList();
        var others = made.stream()
                .filter(word -> !word.getFirst().equals(Roots.of(word.getLast())))
                .map(word -> word + " " + Roots.of(word.getLast()))
                .toList();

        assertThat(others).hasSizeLessThan(made.size() / 200);
    }

    @ParameterizedTest
    @CsvSource({"becek,becek", "sebelah,sebelah", "memohon,mohon", "keringanan,ringan", "kepala,kepala", "tetapi,tetapi"
    })
    void isNotTakenInByWhatOnlyLooksMade(String word, String root) {
        assertThat(Roots.of(word)).isEqualTo(root);
    }

    @Test
    void knowsNothingOfOtherWords() {
        assertThat(Stream.of("", "a", "di", "sekolah", "dinas", "zebra", "日本", "12")
                        .map(Roots::of))
                .containsOnlyNulls();
    }

    private static Stream<String> words(String root) {
        var me = nasal(root);
        var pe = "p" + me.substring(1);
        return Stream.of(
                        Stream.of("di" + root, "ter" + (root.startsWith("r") ? root.substring(1) : root)),
                        Stream.of(me, me + "kan", me + "i", pe, pe + "an", "memper" + root, "diper" + root + "kan"),
                        Stream.of(
                                root + "an",
                                root + "nya",
                                root + "kan",
                                root + "kannya",
                                "ke" + root + "an",
                                root + "lah"))
                .flatMap(made -> made);
    }

    /** As the grammar joins me- with it. */
    private static String nasal(String root) {
        var first = root.charAt(0);
        var swallowed = "aiueo".indexOf(root.charAt(1)) >= 0;
        return switch (first) {
            case 'p' -> "mem" + (swallowed ? root.substring(1) : root);
            case 't' -> "men" + (swallowed ? root.substring(1) : root);
            case 's' -> "meny" + (swallowed ? root.substring(1) : root);
            case 'k' -> "meng" + (swallowed ? root.substring(1) : root);
            case 'b', 'f', 'v' -> "mem" + root;
            case 'c', 'd', 'j', 'z' -> "men" + root;
            case 'a', 'e', 'g', 'h', 'i', 'o', 'u' -> "meng" + root;
            default -> "me" + root;
        };
    }
}
