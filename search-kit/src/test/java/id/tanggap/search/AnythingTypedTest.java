package id.tanggap.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnythingTypedTest {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property(tries = 400)
    void neverFails(@ForAll("typed") String typed, @ForAll("typed") String text) {
        assertThatCode(() -> Search.finds(typed, text, text, typed)).doesNotThrowAnyException();
    }

    @Property(tries = 300)
    void isFoundBySearchingForItself(@ForAll("typed") String text) {
        var asPlain = text.replaceAll("[\"“”„\\p{Pd}−]", " ");
        assertThat(Search.finds(asPlain, "SKA-4F7K-92XM", asPlain)).isTrue();
    }

    @Property(tries = 300)
    void findsANumberInAnySpelling(@ForAll("numbers") String number, @ForAll("spellings") List<String> spelling) {
        assertThat(Search.finds(spelled(number, spelling), number, "Lampu padam"))
                .isTrue();
    }

    @Property(tries = 300)
    void neverShowsWhatIsExcluded(@ForAll("texts") List<String> words) {
        var text = String.join(" ", words);
        words.forEach(word -> {
            assertThat(Search.finds(words.getFirst() + " -" + word, "SKA-4F7K-92XM", text))
                    .isFalse();
            assertThat(Search.finds("-\"" + word + "\"", "SKA-4F7K-92XM", text)).isFalse();
        });
    }

    @Property(tries = 400)
    void isAnsweredInJavaAsByPostgreSql(@ForAll("typed") String typed, @ForAll("texts") List<String> words) {
        var text = String.join(" ", words);
        Stream.of(typed, words.getFirst(), "-" + words.getFirst(), "\"" + text, typed + " " + text)
                .filter(asked -> Question.of(asked) != null)
                .forEach(asked -> assertThat(requireNonNull(Question.of(asked)).matches("SKA-4F7K-92XM", typed, text))
                        .describedAs(asked)
                        .isEqualTo(Search.finds(asked, "SKA-4F7K-92XM", typed, text)));
    }

    /** An index is asked in other words: what it finds is the same. */
    @Property(tries = 400)
    void isLookedUpAsItIsAsked(@ForAll("typed") String typed, @ForAll("texts") List<String> words) {
        var text = String.join(" ", words);
        Stream.of(text, "\"" + text + "\"", "\"" + text, typed)
                .filter(asked -> Question.of(asked) != null)
                .filter(asked -> !requireNonNull(Question.of(asked)).lookedUp().isEmpty())
                .forEach(asked -> Stream.of(text, typed + " " + text, text + " tidak " + text, "tidak ada")
                        .filter(told -> Search.finds(asked, "SKA-4F7K-92XM", told))
                        .forEach(told -> assertThat(Search.looksUp(asked, "SKA-4F7K-92XM", told))
                                .describedAs("%s in %s", asked, told)
                                .isTrue()));
    }

    /** A phrase of common words stands also where they are spelled or formed otherwise, and the index tells so. */
    @Property(tries = 300)
    void looksUpAPhraseInEachSpelling(@ForAll("forms") List<List<String>> words) {
        var asked = words.stream().map(List::getFirst).collect(Collectors.joining(" ", "\"", "\""));
        var told = words.stream().map(List::getLast).collect(Collectors.joining(" "));

        assertThat(Search.finds(asked, "SKA-4F7K-92XM", told)).isTrue();
        assertThat(Search.looksUp(asked, "SKA-4F7K-92XM", told)).isTrue();
    }

    /** What is shown as found is what was found. */
    @Property(tries = 300)
    void isShownWhereItIsFound(@ForAll("words") String word, @ForAll("texts") List<String> words) {
        var text = String.join(" ", words);
        assertThat(requireNonNull(Question.of(word)).foundIn(text).isEmpty())
                .isEqualTo(!Search.finds(word, "SKA-4F7K-92XM", text));
    }

    /** @param spelling what stands before, between the groups and behind, and whether in capitals */
    private static String spelled(String number, List<String> spelling) {
        var groups = number.split("-");
        var typed = spelling.get(0) + String.join(spelling.get(1), groups) + spelling.get(2);
        return spelling.get(3).isEmpty() ? typed : typed.toLowerCase(Locale.ROOT);
    }

    @Provide
    Arbitrary<String> typed() {
        var pieces = Arbitraries.of(
                "lampu",
                "jalan ",
                " -",
                "\"",
                "“",
                "-\"",
                "'",
                "\\",
                "&",
                "|",
                "!",
                "(",
                ")",
                ":*",
                "<->",
                "\u0000",
                "é",
                "R.M.",
                "RT03",
                " ",
                "\n",
                "—",
                "\u202e",
                "\ud83d\ude00",
                "\ud800",
                "4F7K",
                "١٢",
                "日本",
                "İ",
                "^1",
                "~1",
                "%",
                "$1");
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(8))
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> numbers() {
        var groups = Arbitraries.strings().withChars(CROCKFORD).ofLength(8).filter(body -> body.matches(".*\\d.*"));
        return Combinators.combine(Arbitraries.of("SKA", "KRA", "SMD"), groups)
                .as((prefix, body) -> prefix + "-" + body.substring(0, 4) + "-" + body.substring(4));
    }

    @Provide
    Arbitrary<List<String>> spellings() {
        return Combinators.combine(
                        Arbitraries.of("", "#", "Aduan ", "Nomor aduan ", "no. ", "("),
                        Arbitraries.of("-", "", " ", "–", ".", "/", "‑", " - ", " – "),
                        Arbitraries.of("", ".", ",", ")", " "),
                        Arbitraries.of("", "lower"))
                .as((before, between, behind, lower) -> List.of(before, between, behind, lower));
    }

    /** Each the word that is asked for, and how it stands in the text. */
    @Provide
    Arbitrary<List<List<String>>> forms() {
        return Arbitraries.of(
                        List.of("jalan", "jalan"),
                        List.of("jalan", "jln"),
                        List.of("jalan", "jalanan"),
                        List.of("lampu", "lmpu"),
                        List.of("lampu", "lampunya"),
                        List.of("tidak", "gak"),
                        List.of("sampah", "smpah"),
                        List.of("rusak", "kerusakan"),
                        List.of("padam", "dipadamkan"),
                        List.of("di", "di"))
                .list()
                .ofMinSize(2)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return words().list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                "sampah",
                "smpah",
                "diangkut",
                "pengangkutan",
                "lampu",
                "lmpu",
                "jalan",
                "jl",
                "tidak",
                "ada",
                "di",
                "gak",
                "ga",
                "gang",
                "RT03",
                "SDN-2",
                "Café",
                "cafe",
                "R.M.",
                "ubur-ubur",
                "12",
                "007",
                "perbaikan",
                "memperbaiki",
                "baik");
    }
}
