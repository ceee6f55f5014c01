package id.tanggap.routing.cases;

import static id.tanggap.routing.cases.ReceivedFixture.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.life.Life;
import id.tanggap.contracts.life.Seen;
import id.tanggap.contracts.vocabulary.DeskStatus;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two people act at once; the case hears of one after the other. */
class CrossingTest {

    @Test
    void isTheCommittedPage() throws IOException {
        var page = Path.of("../docs/crossings.md");
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, CrossingPage.render());
        }
        assertThat(page).as("Write it anew with: %s", CrossingPage.COMMAND).hasContent(CrossingPage.render());
    }

    /** In whatever state a case is, whoever acts: it is decided, and what is taken is possible. */
    @ParameterizedTest
    @EnumSource(CaseState.class)
    void isDecidedForEveryActInEveryState(CaseState state) {
        var acts = Stream.of(
                        CrossingPage.OF_CITIZENS_AND_OFFICERS, CrossingPage.of("present"), CrossingPage.of("former"))
                .flatMap(List::stream);

        assertThat(acts).allSatisfy(act -> {
            var memory = CrossingPage.memory(state, CrossingPage.priorOf(state));
            var crossing = Crossing.of(act, memory);

            if (crossing == Crossing.TAKEN) {
                assertThat(memory.refusal(moveOf(act.getClass()))).isNull();
            } else if (crossing == Crossing.CALLS_OFF_THE_MOVE) {
                assertThat(memory.refusal(moveOf(MoveCalledOff.class))).isNull();
            } else if (crossing == Crossing.ENDED) {
                assertThat(state.isEnded()).isTrue();
            }
        });
    }

    private static Lifecycle.Move moveOf(Class<? extends Event> event) {
        return Objects.requireNonNull(Lifecycle.moveOf(event));
    }

    @Test
    void takesAnAnswerOfWhoGaveTheCaseBackAMomentAgo() {
        var story = accepted();
        var answered = new AnswerPublished("dpupr", "Sudah.", story.now());

        story.at("2026-11-02T09:30").giveBack("dpupr", null).propose(answered);

        assertThat(story.events()).extracting(Event::getClass).startsWith(MoveCalledOff.class, ActTaken.class);
        assertThat(story.state()).isEqualTo(CaseState.ANSWERED);
        assertThat(story.agency()).isEqualTo("dpupr");
        assertThat(story.runs("redelegate")).isFalse();
        assertThat(story.met("promise")).isTrue();
        assertIsOneStory(story);
    }

    @Test
    void takesAnAnswerThoughTheCaseLiesWithTheNextAgency() {
        var story = accepted();
        var answered = new AnswerPublished("dpupr", "Sudah.", story.now());

        story.at("2026-11-02T09:30").coordinatorSendsTo("dishub").propose(answered);

        assertThat(story.told(MoveCalledOff.class))
                .extracting(MoveCalledOff::agency, MoveCalledOff::hop)
                .containsExactly(tuple("dpupr", 1));
        assertThat(story.state()).isEqualTo(CaseState.ANSWERED);
        assertThat(story.agency()).isEqualTo("dpupr");
        assertIsOneStory(story);
        assertThat(story.at("2026-11-02T10:00")
                        .propose(new ObjectionRaised(null, story.now()))
                        .coordinatorSendsTo("dishub")
                        .hop())
                .as("the next move has a number of its own")
                .isEqualTo(2);
    }

    @Test
    void refusesAnAnswerOnceTheNextAgencyWorksOnIt() {
        var story = accepted();
        var answered = new AnswerPublished("dpupr", "Sudah.", story.now());

        story.at("2026-11-02T09:30")
                .coordinatorSendsTo("dishub")
                .propose(new Accepted("dishub", story.now()))
                .propose(answered);

        assertThat(refusals(story)).containsExactly(tuple(answered, ActRefusal.MOVED, DeskStatus.IN_PROGRESS));
        assertThat(story.agency()).isEqualTo("dishub");
        assertThat(story.runs("promise")).isTrue();
        assertIsOneStory(story);
    }

    @Test
    void refusesAQuestionOfWhoGaveTheCaseBackAMomentAgo() {
        var story = accepted();
        var asked = new InformationRequested("dpupr", "Di mana?", story.now());

        story.at("2026-11-02T09:30").giveBack("dpupr", null).propose(asked);

        assertThat(refusals(story)).containsExactly(tuple(asked, ActRefusal.MOVED, DeskStatus.DISPATCHED));
        assertThat(story.state()).isEqualTo(CaseState.REDELEGATED);
        assertIsOneStory(story);
    }

    @Test
    void letsWhoComesFirstDecideBetweenObjectionAndResolve() {
        var story = accepted();
        story.propose(new AnswerPublished("dpupr", "Sudah.", story.now()));
        var resolved = new Resolved("dpupr", story.now());

        story.propose(new ObjectionRaised(null, story.now())).propose(resolved);

        assertThat(refusals(story)).containsExactly(tuple(resolved, ActRefusal.OVERTAKEN, DeskStatus.OBJECTED));
        assertThat(story.state()).isEqualTo(CaseState.OBJECTED);
        assertIsOneStory(story);
    }

    @Test
    void refusesToScreenOutWhatWasDispatched() {
        var story = Story.in("surakarta").receive(received().inCategory("jalan-rusak"));
        var screened = new ComplaintScreenedOut(ScreeningReason.SPAM, story.now());

        story.propose(screened);

        assertThat(refusals(story)).containsExactly(tuple(screened, ActRefusal.OVERTAKEN, DeskStatus.DISPATCHED));
        assertThat(story.state()).isEqualTo(CaseState.DISPATCHED);
    }

    @Test
    void tellsWhoComesAfterTheEnd() {
        var story = accepted();
        story.propose(new ComplaintWithdrawn(story.now()));
        var answered = new AnswerPublished("dpupr", "Sudah.", story.now());
        var replied = new ComplainantReplied(null, story.now());

        story.propose(answered).propose(replied);

        assertThat(refusals(story))
                .containsExactly(
                        tuple(answered, ActRefusal.ENDED, DeskStatus.WITHDRAWN),
                        tuple(replied, ActRefusal.ENDED, DeskStatus.WITHDRAWN));
        assertThat(story.runs("promise")).isFalse();
    }

    /** An answer of 9.05 is heard at noon, after the promise was told as missed: it was kept. */
    @Test
    void measuresByWhenPeopleActedAndTellsInTheOrderOfTheCase() {
        var story = accepted();
        var answered = new AnswerPublished("dpupr", "Sudah.", story.now().plus(Duration.ofMinutes(5)));

        story.until("2026-11-04T12:00");
        assertThat(story.missed("promise")).isTrue();
        var lastTold = story.now();
        story.coordinatorSendsTo("dishub").propose(answered);

        assertThat(story.told(AnswerPublished.class))
                .singleElement()
                .satisfies(told -> assertThat(told.answeredAt()).isAfter(lastTold));
        assertThat(story.lateness("promise")).isFalse();
        assertIsOneStory(story);
    }

    /** Whatever the clocks of the machines say, and however late a complaint and an act are heard of. */
    @Property(tries = 200)
    void tellsEachMomentAfterTheOneBefore(
            @ForAll @IntRange(max = 3_600) int late,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -7_200, max = 7_200) Integer> ages) {
        var story = Story.in("surakarta")
                .at("2026-11-02T09:00")
                .receive(received().inCategory("jalan-rusak"), Duration.ofSeconds(late));
        for (var place = 0; place < ages.size(); place++) {
            var at = story.now().minusSeconds(ages.get(place));
            story.propose(
                    switch (place % 6) {
                        case 0 -> new Accepted("dpupr", at);
                        case 1 -> new InformationRequested("dpupr", null, at);
                        case 2 -> new ComplainantReplied(null, at);
                        case 3 -> new AnswerPublished("dpupr", null, at);
                        case 4 -> new ObjectionRaised(null, at);
                        default -> new ComplaintWithdrawn(at);
                    });
        }

        assertThat(moments(story)).isSorted();
        assertThat(moments(story).subList(2, ages.size() + 2)).doesNotHaveDuplicates();
        assertIsOneStory(story);
    }

    private static List<Instant> moments(Story story) {
        return story.all().stream()
                .filter(event -> Life.turns(event.getClass()))
                .map(CrossingTest::momentOf)
                .toList();
    }

    private static Instant momentOf(Event event) {
        if (event instanceof Act act) {
            return act.at();
        }
        return Arrays.stream(event.getClass().getRecordComponents())
                .filter(component -> component.getType() == Instant.class)
                .map(component -> (Instant) valueOf(component, event))
                .findFirst()
                .orElseThrow();
    }

    private static Object valueOf(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    /** The objection's own step is older than the move; the answer meets it. */
    @Test
    void meetsTheStepThatTheObjectionBegan() {
        var story = accepted();
        story.propose(new AnswerPublished("dpupr", "Sudah.", story.now()))
                .propose(new ObjectionRaised(null, story.now()));
        var again = new AnswerPublished("dpupr", "Sekarang sudah.", story.now());

        story.at("2026-11-02T09:30").coordinatorSendsTo("dishub").propose(again);

        assertThat(story.met("objection-answer")).isTrue();
    }

    private static Story accepted() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        return story.propose(new Accepted("dpupr", story.now()));
    }

    private static List<Tuple> refusals(Story story) {
        return story.all().stream()
                .filter(ActRefused.class::isInstance)
                .map(ActRefused.class::cast)
                .map(it -> tuple(it.act().it().as(null, it.act().it().at()), it.reason(), it.standing()))
                .toList();
    }

    /** What is told of a case leads the outside from one state to the next, without a step that cannot be. */
    private static void assertIsOneStory(Story story) {
        var seen = Seen.NOTHING.after(Life.TABLE.getFirst());
        for (var event : story.all()) {
            if (Life.turns(event.getClass())) {
                assertThat(seen.allows(Life.turn(event.getClass())))
                        .as("%s, then %s", seen, event)
                        .isTrue();
                seen = seen.after(Life.turn(event.getClass()));
            }
        }
        assertThat(seen.state()).isEqualTo(story.state().shown());
    }
}
