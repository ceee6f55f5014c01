package id.tanggap.citizen;

import static id.tanggap.citizen.Language.ENGLISH;
import static id.tanggap.citizen.Language.JAVANESE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence of a citizen's page is there in every language, and no other is. */
class WordListTest {
    private static final WordList WORDS = WordList.WORDS;
    private static final List<Path> TEMPLATES = List.of(
            Path.of("src/main/resources/templates/citizen"), Path.of("../edge/src/main/resources/id/tanggap/edge"));

    /** As an argument, or handed to a template that is included; what is put into an attribute of HTML says so itself. */
    private static final Pattern SAID =
            Pattern.compile("(?:\\bsay\\(|(?<![\\w-])(?:label|button)=(?='))(['\"])(.+?)\\1");

    private static final Pattern VALUE = Pattern.compile("[$]\\d|[{]\\w+[}]");

    /** As people write; names of headers and types look otherwise. */
    private static final Predicate<String> IS_SENTENCE =
            Pattern.compile("\\p{Lu}\\p{Ll}+([ ,.:;?!][^{%]*)?").asMatchPredicate();

    private static final Pattern SCRIPTED = Pattern.compile("([\"'`])((?:(?!\\1).)*)\\1");

    /** Libraries, of which none says anything to people. */
    private static final Set<Asset> OTHERS = Set.of(Asset.LEAFLET);

    /** Of the keyboard, as browsers call them. */
    private static final Set<String> KEYS = Set.of("Enter", "Escape");

    private static final String INTAKE = "intake-service/src/main/java/id/tanggap/intake/";
    private static final String SENT = "rest-kit/src/main/java/id/tanggap/rest/sent/";
    private static final String CONTRACTS = "contracts/src/main/java/id/tanggap/contracts/";
    private static final String EDGE = "edge/src/main/java/id/tanggap/edge/client/";
    private static final String KINDS = "masking-kit/src/main/java/id/tanggap/masking/text/Kind.java";

    /** Words that two languages share. */
    private static final Map<Language, Set<String>> ALIKE = Map.of(
            ENGLISH, Set.of("Status"),
            JAVANESE, Set.of("Status", "Kecamatan", "Kontak", "Salin", "Sopan", "Surel", "alamat surel"));

    @Test
    void hasWhatTheTemplatesSay() {
        assertThat(saidByTemplates()).hasSizeGreaterThan(100).allMatch(WORDS.sentences()::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INTAKE + "page",
                INTAKE + "complaint/SubmitComplaint.java",
                INTAKE + "complaint/ComplaintIntake.java",
                INTAKE + "participation/ParticipationResource.java",
                INTAKE + "participation/SurveyElement.java",
                INTAKE + "tracking/Refusal.java",
                INTAKE + "tracking/Timelines.java",
                SENT + "Characters.java",
                SENT + "Phone.java",
                SENT + "Words.java",
                EDGE + "Problem.java"
            })
    void hasWhatTheServiceSays(String path) {
        assertThat(JavaSource.under(path)
                        .flatMap(JavaSource::texts)
                        .filter(WordListTest::isSaid)
                        .map(JavaSource.Text::words))
                .isNotEmpty()
                .allMatch(WORDS.sentences()::contains);
    }

    /** Pages say to scripts what these say to people. */
    @Test
    void leavesNoSentenceInAScript() {
        var scripts = Stream.of(Asset.values())
                .filter(asset -> asset.mediaType().equals("text/javascript") && !OTHERS.contains(asset))
                .map(asset -> new String(asset.content(), StandardCharsets.UTF_8));

        assertThat(scripts.flatMap(script -> SCRIPTED.matcher(script).results()).map(said -> said.group(2)))
                .hasSizeGreaterThan(100)
                .noneMatch(IS_SENTENCE.and(said -> !KEYS.contains(said)));
    }

    @Test
    void namesWhatIsMasked() {
        assertThat(texts(KINDS).filter(word -> !word.startsWith("[")))
                .isNotEmpty()
                .allMatch(WORDS.sentences()::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTRACTS + "vocabulary/PublicState.java", CONTRACTS + "life/Life.java"})
    void tellsTheLifeOfAComplaintInTheWordsOfTheContracts(String path) {
        var told = pairs(texts(path).toList());

        assertThat(told)
                .isNotEmpty()
                .allSatisfy((sentence, english) ->
                        assertThat(WORDS.in(ENGLISH.tag(), sentence)).hasValue(english));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "JAVANESE"})
    void putsEverySentenceInto(Language language) {
        assertThat(WORDS.sentences())
                .filteredOn(sentence -> WORDS.in(language.tag(), sentence)
                        .filter(WordListTest::isWritten)
                        .isEmpty())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "JAVANESE"})
    void leavesNoSentenceInIndonesian(Language language) {
        assertThat(WORDS.sentences())
                .filteredOn(sentence -> language.say(sentence).equals(sentence))
                .hasSameElementsAs(ALIKE.get(language));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "JAVANESE"})
    void keepsThePlacesOfValues(Language language) {
        assertThat(WORDS.sentences())
                .allSatisfy(
                        sentence -> assertThat(values(language.say(sentence))).hasSameElementsAs(values(sentence)));
    }

    @Test
    void hasNothingThatNobodySays() {
        var said = Stream.of("intake-service", "rest-kit", "contracts", "masking-kit", "edge")
                .flatMap(module -> JavaSource.under(module + "/src/main/java"))
                .flatMap(JavaSource::texts)
                .map(JavaSource.Text::words)
                .collect(Collectors.toSet());
        saidByTemplates().forEach(said::add);

        assertThat(WORDS.sentences()).allMatch(said::contains);
    }

    private static boolean isSaid(JavaSource.Text text) {
        return IS_SENTENCE.test(text.words()) && !text.isPart() && !text.isToNobody();
    }

    private static boolean isWritten(String words) {
        return words.equals(words.strip()) && !words.isEmpty();
    }

    private static Stream<String> texts(String path) {
        return JavaSource.under(path)
                .flatMap(JavaSource::texts)
                .filter(text -> !text.isToNobody())
                .map(JavaSource.Text::words);
    }

    private static Map<String, String> pairs(List<String> texts) {
        var pairs = new HashMap<String, String>();
        for (var place = 0; place < texts.size(); place += 2) {
            pairs.put(texts.get(place), texts.get(place + 1));
        }
        return pairs;
    }

    private static List<String> values(String sentence) {
        return VALUE.matcher(sentence).results().map(MatchResult::group).toList();
    }

    private static Stream<String> saidByTemplates() {
        return TEMPLATES.stream()
                .flatMap(WordListTest::files)
                .map(WordListTest::read)
                .flatMap(html -> SAID.matcher(html).results())
                .map(said -> said.group(2));
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
