package id.tanggap.intake.conversation.wording;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.channel.Outgoing;
import id.tanggap.channel.Outgoing.Choice;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.intake.conversation.script.Choices;
import id.tanggap.intake.conversation.script.Command;
import id.tanggap.intake.conversation.script.Draft;
import id.tanggap.intake.conversation.script.Draft.Needs;
import id.tanggap.intake.conversation.script.Facts;
import id.tanggap.intake.conversation.script.Known;
import id.tanggap.intake.conversation.script.Said.Note;
import id.tanggap.intake.conversation.script.Stage;
import id.tanggap.intake.conversation.script.Talk;
import id.tanggap.intake.participation.SurveyElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every government has every text that the dialogue says, in every language, with blanks that are filled. */
class PhrasesTest {
    private static final List<String> SAID = List.of(
            "welcome",
            "joined",
            "not-joined",
            "not-sent",
            "cancelled",
            "stopped",
            "started",
            "help",
            "none",
            "nothing-to-object",
            "nothing-to-rate",
            "rating",
            "rated",
            "code",
            "proof",
            "person",
            "language",
            "note-outside",
            "note-too-long",
            "press-elsewhere",
            "press-new");
    private static final Map<String, String> VALUES =
            Map.of("number", "SKA-2222-2222", "why", "Alasan.", "secret", "ABCD-EFGH", "agency", "Dishub");

    static List<Government> governments() {
        return Governments.load(null).all();
    }

    @ParameterizedTest
    @MethodSource("governments")
    void haveEveryText(Government government) {
        var phrases = new Phrases(government, "https://aduan.example");
        for (var language : List.of("id", "en", "jv")) {
            for (var key : keys()) {
                var talk = talk(Stage.IDLE, language, key);
                assertThat(phrases.answers(talk, knowing()))
                        .as(language + " " + key)
                        .isNotEmpty();
            }
            for (var stage : Stage.values()) {
                assertThat(phrases.answers(talk(stage, language, "help"), knowing()))
                        .isNotEmpty();
            }
        }
    }

    /** Whatever was written: a provider takes 1,024 characters above buttons. */
    @ParameterizedTest
    @MethodSource("governments")
    void fitAboveButtons(Government government) {
        var phrases = new Phrases(government, "https://pengaduan.karanganyarkab.example");
        var draft = new Draft(
                new UUID(1, 1),
                "x".repeat(5000),
                "y".repeat(300),
                null,
                null,
                List.of(),
                List.of(),
                new Needs(false, false),
                false);
        for (var language : List.of("id", "en", "jv")) {
            var says = List.of(new Talk.Say("help", VALUES), new Talk.Say("state-answered", VALUES));
            assertThat(phrases.answers(
                            new Talk(Stage.CONSENT, draft, language, null, null, List.of(), says), knowing()))
                    .filteredOn(Outgoing.Question.class::isInstance)
                    .allMatch(asked -> ((Outgoing.Question) asked).text().length() <= 1024);
        }
    }

    @ParameterizedTest
    @MethodSource("governments")
    void fitOnButtons(Government government) {
        for (var stage : Stage.values()) {
            for (var language : List.of("id", "en", "jv")) {
                assertThat(Choices.of(
                                talk(stage, language, "help"),
                                knowing(),
                                key -> government.wording().say(key, language, Map.of())))
                        .allMatch(choice -> choice.title().length() <= Choice.LONGEST_TITLE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("governments")
    void askEachElementOfTheSurvey(Government government) {
        for (var language : List.of("id", "en", "jv")) {
            var asked = new ArrayList<String>();
            for (int at = 0; at < SurveyElement.ALL.size(); at++) {
                var begun = Talk.begun(new UUID(1, 1));
                var talk = new Talk(
                        Stage.SURVEY, begun.draft(), language, null, null, Collections.nCopies(at, 4), List.of());
                var question = (Outgoing.Question) new Phrases(government, "https://aduan.example")
                        .answers(talk, knowing())
                        .getFirst();
                asked.add(question.text());
                assertThat(question.choices()).hasSize(SurveyElement.BEST + 1);
                assertThat(question.choices()).allMatch(each -> each.title().length() <= Choice.LONGEST_TITLE);
            }
            assertThat(asked).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("governments")
    void understandEachWordAsOneCommand(Government government) {
        var vocabulary = new Vocabulary(government.wording());
        for (var command : Command.values()) {
            for (var language : List.of("id", "en", "jv")) {
                var words = government.wording().say(command.words(), language, Map.of());
                assertThat(words.split(","))
                        .allMatch(word -> vocabulary.commandIn(" " + word.toUpperCase(Locale.ROOT) + "! ") == command);
            }
        }
    }

    private static Set<String> keys() {
        var keys = new ArrayList<>(SAID);
        Stream.of(Note.values()).map(Note::key).forEach(keys::add);
        Stream.of(PublicState.values())
                .map(state -> "state-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(keys::add);
        Arrays.stream(Command.values())
                .filter(command ->
                        Set.of("SEND", "SEND_SECRET", "SKIP", "CANCEL").contains(command.name()))
                .map(Command::button)
                .forEach(keys::add);
        return Set.copyOf(keys);
    }

    private static Talk talk(Stage stage, String language, String key) {
        var begun = Talk.begun(new UUID(1, 1));
        return new Talk(stage, begun.draft(), language, null, null, List.of(), List.of(new Talk.Say(key, VALUES)));
    }

    private static Facts knowing() {
        var known =
                new Known(UUID.randomUUID(), "SKA-2222-2222", PublicState.ANSWERED, "Dishub", false, true, true, true);
        return new Facts(List.of(known), _ -> List.of());
    }
}
