package id.tanggap.intake.conversation.script;

import static id.tanggap.intake.conversation.script.Stage.CONSENT;
import static id.tanggap.intake.conversation.script.Stage.IDLE;
import static id.tanggap.intake.conversation.script.Stage.MATTER;
import static id.tanggap.intake.conversation.script.Stage.OBJECTION;
import static id.tanggap.intake.conversation.script.Stage.OPINION;
import static id.tanggap.intake.conversation.script.Stage.PHOTO;
import static id.tanggap.intake.conversation.script.Stage.PLACE;
import static id.tanggap.intake.conversation.script.Stage.REGION;
import static id.tanggap.intake.conversation.script.Stage.STOPPED;
import static id.tanggap.intake.conversation.script.Stage.SUBJECT;
import static id.tanggap.intake.conversation.script.Stage.SURVEY;
import static id.tanggap.intake.conversation.script.Stage.WHICH;

import id.tanggap.intake.attachment.Ticket;
import id.tanggap.intake.conversation.script.Act.Done;
import id.tanggap.intake.conversation.script.Facts.Place;
import id.tanggap.intake.conversation.script.Said.Note;
import id.tanggap.intake.conversation.script.Said.Ordered;
import id.tanggap.intake.conversation.script.Said.Pressed;
import id.tanggap.intake.conversation.script.Said.Told;
import id.tanggap.intake.participation.SurveyElement;
import id.tanggap.intake.tracking.Step;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The guided dialogue that makes a complaint of a chat, and joins what follows to it. The first line that fits what the citizen
 * says at a stage is taken; what fits none has the question asked again.
 */
public final class Script {
    /** What the words of a reply are that is a photo or a voice message alone. */
    private static final String FILE_ALONE = "(lampiran)";

    /** In characters; see {@link SurveyElement}. */
    private static final int LONGEST_OPINION = 1000;

    private static final Set<Stage> FILLING = EnumSet.of(MATTER, REGION, PLACE, PHOTO, CONSENT);
    private static final Set<Stage> ANYWHERE = EnumSet.complementOf(EnumSet.of(STOPPED));

    private static final List<Line> TABLE = List.of(
            at(STOPPED).when(Command.START, (talk, _) -> talk.at(IDLE).saying("started")),
            at(STOPPED).otherwise((talk, _, _) -> talk.saying("stopped")),
            in(ANYWHERE)
                    .when(Command.STOP, (talk, _) -> talk.ended().at(STOPPED).saying("stopped")),
            in(ANYWHERE).when(Command.START, (talk, _) -> talk.saying("help")),
            in(ANYWHERE).when(Command.CANCEL, (talk, _) -> talk.ended().saying("cancelled")),
            in(ANYWHERE).when(Command.HELP, (talk, _) -> talk.saying("help")),
            at(IDLE).when(Command.GREET, (talk, _) -> invite(talk)),
            in(ANYWHERE).when(Command.GREET, (talk, _) -> talk),
            in(ANYWHERE).when(Command.STATUS, Script::tellStates),
            in(ANYWHERE).when(Command.OBJECT, Script::object),
            in(ANYWHERE).when(Command.SURVEY, Script::survey),
            in(ANYWHERE).when(Command.CODE, Script::tellCode),
            in(ANYWHERE).when(Command.PROOF, (talk, _) -> talk.saying("proof")),
            in(ANYWHERE).when(Command.PERSON, (talk, _) -> talk.saying("person")),
            in(ANYWHERE)
                    .when(Command.INDONESIAN, (talk, _) -> talk.speaking("id").saying("language")),
            in(ANYWHERE).when(Command.ENGLISH, (talk, _) -> talk.speaking("en").saying("language")),
            in(ANYWHERE).when(Command.JAVANESE, (talk, _) -> talk.speaking("jv").saying("language")),
            at(IDLE).told(Script::begin),
            at(SUBJECT).told((talk, told, facts) -> talk.keeping(talk.draft().with(told, MATTER, facts))),
            at(SUBJECT).pressed(Choices.NEW, (talk, _, _) -> talk.with(talk.draft())),
            at(SUBJECT).pressed(Choices.TO, Script::supplement),
            at(WHICH).pressed(Choices.TO, (talk, id, facts) -> askWhy(talk, facts.find(id))),
            at(OBJECTION).told((talk, told, _) -> add(talk, Step.OBJECTED, words(told), told.tickets())),
            at(SURVEY).pressed(Choices.MARK, (talk, mark, _) -> mark(talk, mark)),
            at(SURVEY)
                    .told((talk, told, _) ->
                            mark(talk, talk.marks().size() + "." + told.text().strip())),
            at(OPINION).told((talk, told, _) -> rate(talk, words(told))),
            at(OPINION).when(Command.SKIP, (talk, _) -> rate(talk, null)),
            in(FILLING).told((talk, told, facts) -> talk.with(talk.draft().with(told, talk.stage(), facts))),
            at(REGION)
                    .pressed(
                            Choices.REGION,
                            (talk, code, _) -> talk.with(talk.draft().in(offered(talk, code)))),
            at(REGION)
                    .pressed(
                            Choices.ELSEWHERE,
                            (talk, _, _) -> talk.with(talk.draft().in(null))),
            in(EnumSet.of(REGION, PLACE, PHOTO))
                    .when(Command.SKIP, (talk, _) -> talk.with(talk.draft().without(talk.stage()))),
            at(CONSENT).when(Command.SEND, (talk, _) -> talk.doing(new Act.Lodge())),
            at(CONSENT)
                    .when(
                            Command.SEND_SECRET,
                            (talk, _) -> talk.keeping(talk.draft().inSecret()).doing(new Act.Lodge())));

    private Script() {}

    /** What follows from what was said. */
    public static Talk hear(Talk talk, Said said, Facts facts) {
        var line = TABLE.stream()
                .filter(each -> each.fits(talk.stage(), said))
                .findFirst()
                .orElse(null);
        var heard = line == null ? unfit(talk, said, facts) : line.move().on(talk, said, facts);
        return said instanceof Told told && heard.stage() != STOPPED ? noting(heard, told, talk.draft()) : heard;
    }

    /** What follows from what was done. */
    public static Talk after(Talk talk, Done done) {
        return switch (done) {
            case Done.Lodged _ -> talk.ended();
            case Done.Joined(var number) -> talk.ended().saying("joined", Map.of("number", number));
            case Done.Rated(var number) -> talk.ended().saying("rated", Map.of("number", number));
            case Done.Code(var number, var secret) ->
                talk.done().saying("code", Map.of("number", number, "secret", secret));
            case Done.FilesGone _
            when talk.act() instanceof Act.Lodge ->
                talk.done().with(talk.draft().withoutFiles()).saying(Note.FILE_GONE.key());
            case Done.FilesGone _ ->
                talk.done().keeping(talk.draft().withoutFiles()).saying(Note.FILE_GONE.key());
            case Done.Refused(var why)
            when talk.act() instanceof Act.Lodge -> talk.done().saying("not-sent", Map.of("why", why));
            case Done.Refused(var why)
            when talk.act() instanceof Act.TellCode || talk.stage() == SUBJECT ->
                talk.done().saying("not-joined", Map.of("why", why));
            case Done.Refused(var why) -> talk.ended().saying("not-joined", Map.of("why", why));
        };
    }

    /** A word that means nothing here is a word: "ya" may be the answer to what an office asked. */
    private static Talk unfit(Talk talk, Said said, Facts facts) {
        if (said instanceof Ordered(var _, var text) && !text.isBlank()) {
            return hear(talk, new Told(text, List.of(), null, Set.of()), facts);
        }
        return talk.stage() == IDLE ? talk.saying("help") : talk;
    }

    /** Nothing is asked yet, so that what follows may also belong to a complaint that is under way. */
    private static Talk invite(Talk talk) {
        return talk.saying("welcome").saying("ask-matter");
    }

    private static Talk noting(Talk talk, Told told, Draft before) {
        var files = before.tickets().size() + told.tickets().size();
        var noted = told.point() != null && !told.point().inside() ? talk.saying("note-outside") : talk;
        noted = before.text().length() + told.text().length() >= Draft.LONGEST ? noted.saying("note-too-long") : noted;
        noted = files > Ticket.MOST ? noted.saying(Note.TOO_MANY.key()) : noted;
        for (var note : Note.values()) {
            noted = told.notes().contains(note) ? noted.saying(note.key()) : noted;
        }
        return noted;
    }

    private static Talk begin(Talk talk, Told told, Facts facts) {
        if (told.isEmpty()) {
            return talk.saying("ask-matter");
        }
        var draft = talk.draft().with(told, MATTER, facts);
        if (!facts.such(Known::maySpeak).isEmpty()) {
            return talk.keeping(draft).at(SUBJECT);
        }
        return draft.isGreeting() ? invite(talk) : talk.with(draft);
    }

    private static Talk supplement(Talk talk, String chosen, Facts facts) {
        var known = facts.find(chosen);
        var draft = talk.draft();
        var text = draft.text().isEmpty() ? FILE_ALONE : draft.text();
        return known == null
                ? talk
                : add(talk.of(known.id()), known.isAsked() ? Step.REPLIED : Step.SUPPLEMENTED, text, draft.tickets());
    }

    private static Talk add(Talk talk, Step step, String text, List<String> tickets) {
        var complaint = talk.subject();
        return complaint == null
                ? talk.ended().saying("help")
                : talk.doing(new Act.Add(talk.draft().id(), complaint, step, text, few(tickets)));
    }

    private static List<String> few(List<String> tickets) {
        return tickets.stream().limit(Ticket.MOST).toList();
    }

    private static String words(Told told) {
        return told.text().isBlank() ? FILE_ALONE : Draft.cut(told.text().strip(), Draft.LONGEST);
    }

    private static Talk tellStates(Talk talk, Facts facts) {
        var told = facts.complaints().isEmpty() ? talk.saying("none") : talk;
        for (var known : facts.complaints()) {
            told = told.saying(
                    "state-" + known.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Map.of("number", known.number(), "agency", agency(known)));
        }
        return told;
    }

    private static String agency(Known known) {
        return known.agency() == null ? "–" : known.agency();
    }

    /** Not while something is being written, which would be lost. */
    private static Talk object(Talk talk, Facts facts) {
        if (!talk.draft().isEmpty()) {
            return talk;
        }
        var open = facts.such(Known::mayObject);
        return switch (open.size()) {
            case 0 -> talk.saying("nothing-to-object");
            case 1 -> askWhy(talk, open.getFirst());
            default -> talk.ended().at(WHICH);
        };
    }

    private static Talk askWhy(Talk talk, @Nullable Known known) {
        return known == null || !known.mayObject()
                ? talk.ended().saying("nothing-to-object")
                : talk.ended().at(OBJECTION).of(known.id());
    }

    /** Of the newest that may be. */
    private static Talk survey(Talk talk, Facts facts) {
        var open = facts.such(Known::maySurvey);
        if (!talk.draft().isEmpty()) {
            return talk;
        }
        return open.isEmpty()
                ? talk.saying("nothing-to-rate")
                : talk.ended()
                        .at(SURVEY)
                        .of(open.getFirst().id())
                        .saying("rating", Map.of("number", open.getFirst().number()));
    }

    /** @param mark for which element, and what: {@code 0.4}; another is none */
    private static Talk mark(Talk talk, String mark) {
        if (!mark.matches(talk.marks().size() + "\\.[1-" + SurveyElement.BEST + "]")) {
            return talk;
        }
        var marked = talk.marking(Integer.parseInt(mark.substring(mark.indexOf('.') + 1)));
        return marked.marks().size() < SurveyElement.ALL.size() ? marked : marked.at(OPINION);
    }

    private static Talk rate(Talk talk, @Nullable String opinion) {
        var complaint = talk.subject();
        var said = opinion == null ? null : Draft.cut(opinion, LONGEST_OPINION);
        return complaint == null
                ? talk.ended().saying("help")
                : talk.doing(new Act.Rate(talk.draft().id(), complaint, talk.marks(), said));
    }

    private static Talk tellCode(Talk talk, Facts facts) {
        return facts.complaints().isEmpty()
                ? talk.saying("none")
                : talk.doing(new Act.TellCode(facts.complaints().getFirst().id()));
    }

    private static @Nullable Place offered(Talk talk, String code) {
        return talk.draft().offered().stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Line.At at(Stage... stages) {
        return in(EnumSet.copyOf(Arrays.asList(stages)));
    }

    private static Line.At in(Set<Stage> stages) {
        return new Line.At(stages);
    }

    /**
     * A line of the table.
     *
     * @param move what follows
     */
    private record Line(Set<Stage> stages, Predicate<Said> cue, Move move) {
        boolean fits(Stage stage, Said said) {
            return stages.contains(stage) && cue.test(said);
        }

        private record At(Set<Stage> stages) {
            Line when(Command command, OnCommand move) {
                return new Line(
                        stages,
                        said -> said instanceof Ordered(var given, var _) && given == command,
                        (talk, _, facts) -> move.on(talk, facts));
            }

            Line told(OnTold move) {
                return new Line(
                        stages, said -> said instanceof Told, (talk, said, facts) -> move.on(talk, (Told) said, facts));
            }

            Line pressed(String kind, OnChoice move) {
                return new Line(
                        stages,
                        said -> said instanceof Pressed(var choice) && Choices.is(choice, kind),
                        (talk, said, facts) -> move.on(talk, Choices.value(((Pressed) said).choice()), facts));
            }

            Line otherwise(Move move) {
                return new Line(stages, _ -> true, move);
            }
        }
    }

    private interface Move {
        Talk on(Talk talk, Said said, Facts facts);
    }

    private interface OnCommand {
        Talk on(Talk talk, Facts facts);
    }

    private interface OnTold {
        Talk on(Talk talk, Told told, Facts facts);
    }

    private interface OnChoice {
        Talk on(Talk talk, String value, Facts facts);
    }
}
