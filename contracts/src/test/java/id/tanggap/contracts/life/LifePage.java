package id.tanggap.contracts.life;

import static java.util.stream.Collectors.joining;

import id.tanggap.contracts.life.Turn.Leads;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.contracts.wire.EventCodec;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes {@code docs/lifecycle.md} from the table and the stories. */
final class LifePage {
    private static final String COMMAND = "./mvnw -pl contracts,house test -Ddocs.write=true";

    private LifePage() {}

    static String render() {
        return head() + picture() + states() + turns() + desk() + stories();
    }

    private static String head() {
        return """
                # The life of a complaint

                <!-- Generated from the module contracts. Do not edit; regenerate with:
                     %s -->

                What the outside sees of a complaint: where it stands, what moves it, and the words for both in Indonesian and
                English. Services have states of their own (routing's `CaseState` has sixteen); what they show of them is this.
                In machine form: [lifecycle.json](../contracts/src/main/resources/contracts/lifecycle.json), and
                [stories.json](../contracts/src/main/resources/contracts/stories.json), which every service folds in its tests.
                """.formatted(COMMAND);
    }

    /** Ways back and what leads nowhere are left out; withdrawing is possible from every open state. */
    private static String picture() {
        var arrows = new TreeMap<String, String>();
        Life.TABLE.stream()
                .filter(turn -> turn.leads() instanceof Leads.To && !turn.from().equals(PublicState.OPEN))
                .forEach(turn -> ends(turn)
                        .forEach(ends -> arrows.merge(ends, shortName(turn), (one, other) -> one + " · " + other)));
        return "\n```mermaid\nstateDiagram-v2\n%s```\n\n%s\n"
                .formatted(
                        arrows.entrySet().stream()
                                .map(arrow -> "    %s: %s\n".formatted(arrow.getKey(), arrow.getValue()))
                                .collect(joining()),
                        "Not drawn: the ways back from a question (`complainant-replied`, `reply-overdue`), and"
                                + " `withdrawn` and `linked`, which every open state allows.");
    }

    private static Stream<String> ends(Turn turn) {
        var to = ((Leads.To) turn.leads()).state();
        return turn.from().isEmpty()
                ? Stream.of("[*] --> " + to)
                : turn.from().stream().filter(from -> from != to).map(from -> from + " --> " + to);
    }

    private static String states() {
        return "\n## States\n\n| state | Indonesian | English | end |\n|---|---|---|---|\n"
                + Arrays.stream(PublicState.values())
                        .map(state -> "| `%s` | %s | %s | %s |\n"
                                .formatted(
                                        state, state.words().id(), state.words().en(), state.isEnd() ? "yes" : ""))
                        .collect(joining());
    }

    private static String turns() {
        return """

                ## What happens

                Anywhere else than in the states named, the event has no effect. While the citizen is asked, only what is also
                possible in the state before the question is.

                | event | in | then | Indonesian | English |
                |---|---|---|---|---|
                """ + Life.TABLE.stream().map(LifePage::row).collect(joining());
    }

    private static String row(Turn turn) {
        return "| [`%s`](events.md#%s) | %s | %s | %s | %s |\n"
                .formatted(
                        EventCodec.wireName(turn.event()),
                        anchor(turn),
                        turn.from().equals(PublicState.OPEN) ? "every open state" : listed(turn.from()),
                        then(turn.leads()),
                        turn.words().id(),
                        turn.words().en());
    }

    private static String then(Leads leads) {
        return switch (leads) {
            case Leads.To(var state) -> "`" + state + "`";
            case Leads.Back() -> "back";
            case Leads.Nowhere() -> "";
        };
    }

    private static String listed(Collection<PublicState> states) {
        return states.stream().sorted().map(state -> "`" + state + "`").collect(joining(" "));
    }

    private static String desk() {
        return "\n## On the desk\n\nWhat officers read instead.\n\n| status | seen from outside | Indonesian | English |\n|---|---|---|---|\n"
                + Arrays.stream(DeskStatus.values())
                        .map(status -> "| `%s` | `%s` | %s | %s |\n"
                                .formatted(
                                        status,
                                        status.shown(),
                                        status.words().id(),
                                        status.words().en()))
                        .collect(joining());
    }

    private static String stories() {
        return "\n## Stories\n"
                + Story.published().stream().map(LifePage::story).collect(joining());
    }

    private static String story(Story story) {
        return "\n**%s**: %s\n"
                .formatted(
                        story.name(),
                        story.steps().stream()
                                .map(step -> "%s `%s` → %s"
                                        .formatted(step.by(), shortName(Life.turn(step.type())), step.state()))
                                .collect(joining("; ", "", ".")));
    }

    private static String anchor(Turn turn) {
        return EventCodec.wireName(turn.event()).replace(".", "");
    }

    private static String shortName(Turn turn) {
        return EventCodec.wireName(turn.event()).replaceAll("^complaint\\.|\\.v1$", "");
    }
}
