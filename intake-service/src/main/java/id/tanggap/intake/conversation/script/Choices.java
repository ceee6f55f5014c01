package id.tanggap.intake.conversation.script;

import id.tanggap.channel.Outgoing.Choice;
import id.tanggap.citizen.Language;
import id.tanggap.intake.conversation.script.Facts.Place;
import id.tanggap.intake.participation.SurveyElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be pressed below the question of a stage; each comes back by its id. */
public final class Choices {
    static final String REGION = "region";
    static final String ELSEWHERE = "elsewhere";
    static final String NEW = "new";
    static final String TO = "to";
    static final String MARK = "mark";

    /** Providers take ten, and one of them leads on. */
    private static final int MOST = 9;

    private Choices() {}

    /** @param words the words of a key, in the language of the conversation */
    public static List<Choice> of(Talk talk, Facts facts, Function<String, String> words) {
        return switch (talk.stage()) {
            case REGION -> and(regions(talk.draft().offered()), choice(ELSEWHERE, words));
            case PHOTO -> List.of(command(Command.SKIP, words));
            case CONSENT ->
                List.of(
                        command(Command.SEND, words),
                        command(Command.SEND_SECRET, words),
                        command(Command.CANCEL, words));
            case SUBJECT -> and(those(facts, Known::maySpeak), choice(NEW, words));
            case SURVEY -> and(marks(talk), command(Command.CANCEL, words));
            case OPINION -> List.of(command(Command.SKIP, words));
            case WHICH -> and(those(facts, Known::mayObject), command(Command.CANCEL, words));
            default -> List.of();
        };
    }

    private static Stream<Choice> those(Facts facts, Predicate<Known> wanted) {
        return facts.such(wanted).stream().map(known -> new Choice(TO + ":" + known.id(), known.number()));
    }

    private static List<Choice> and(Stream<Choice> some, Choice last) {
        return Stream.concat(some.limit(MOST), Stream.of(last)).toList();
    }

    /** By the first part of their names; numbered where these are alike, since the question names them in full. */
    private static Stream<Choice> regions(List<Place> offered) {
        var titles = offered.stream().map(Place::shortName).toList();
        return IntStream.range(0, offered.size())
                .mapToObj(i -> new Choice(
                        REGION + ":" + offered.get(i).code(),
                        Draft.cut(
                                titles.stream().distinct().count() == titles.size()
                                        ? titles.get(i)
                                        : i + 1 + ". " + titles.get(i),
                                Choice.LONGEST_TITLE)));
    }

    /** From the best down; each says of which question it is, so that one pressed late counts for no other. */
    private static Stream<Choice> marks(Talk talk) {
        var at = talk.marks().size();
        var element = SurveyElement.ALL.get(at);
        return IntStream.iterate(SurveyElement.BEST, mark -> mark > 0, mark -> mark - 1)
                .mapToObj(mark -> new Choice(
                        MARK + ":" + at + "." + mark,
                        language(talk).say(element.words().get(mark - 1))));
    }

    /** That of the citizens' pages in which the conversation is. */
    public static Language language(Talk talk) {
        return Language.of(talk.language()).orElse(Language.INDONESIAN);
    }

    private static Choice command(Command command, Function<String, String> words) {
        return new Choice(command.name(), words.apply(command.button()));
    }

    private static Choice choice(String id, Function<String, String> words) {
        return new Choice(id, words.apply("press-" + id));
    }

    /** What was pressed: some of the choices are commands, which can be written as well. */
    public static Said pressed(String id) {
        return command(id).<Said>map(Said.Ordered::new).orElseGet(() -> new Said.Pressed(id));
    }

    private static Optional<Command> command(String id) {
        return Arrays.stream(Command.values())
                .filter(command -> command.name().equals(id))
                .findFirst();
    }

    static boolean is(String choice, String kind) {
        return choice.equals(kind) || choice.startsWith(kind + ":");
    }

    /** Which one; empty where there is one alone. */
    static String value(String choice) {
        return choice.substring(choice.indexOf(':') + 1);
    }
}
