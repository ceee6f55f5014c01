package id.tanggap.intake.conversation.script;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.conversation.script.Act.Done;
import id.tanggap.intake.conversation.script.Facts.Place;
import id.tanggap.intake.conversation.script.Said.Note;
import id.tanggap.intake.conversation.script.Said.Ordered;
import id.tanggap.intake.conversation.script.Said.Point;
import id.tanggap.intake.conversation.script.Said.Pressed;
import id.tanggap.intake.conversation.script.Said.Told;
import id.tanggap.intake.tracking.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How a conversation goes. */
class ScriptTest {
    private static final String MATTER = "Lampu jalan mati sejak kemarin";
    private static final Place JAJAR = new Place("33.72.01.1001", "Kelurahan Jajar");
    private static final Facts NOTHING_KNOWN =
            new Facts(List.of(), text -> text.contains("Jajar") ? List.of(JAJAR) : List.of());

    @Example
    void greetsAndKeepsNoGreeting() {
        var talk = hear(begun(), told("halo"));
        assertThat(talk.stage()).isEqualTo(Stage.IDLE);
        assertThat(says(talk)).containsExactly("welcome", "ask-matter");
        assertThat(talk.draft().text()).isEmpty();
        assertThat(says(hear(begun(), new Ordered(Command.GREET)))).containsExactly("welcome", "ask-matter");
        assertThat(hear(ready(), new Ordered(Command.GREET)).draft()).isEqualTo(ready().draft());
    }

    @Example
    void asksForWhatIsOpenAlone() {
        var whole = new Told(MATTER, List.of("tiket"), new Point(-7.55, 110.8, null, true), Set.of());
        assertThat(hear(begun(), whole).stage()).isEqualTo(Stage.CONSENT);
        assertThat(hear(begun(), told(MATTER)).stage()).isEqualTo(Stage.PLACE);
        assertThat(hear(begun(), told(MATTER + " di Jajar")).stage()).isEqualTo(Stage.REGION);
    }

    @Example
    void neverChoosesAPlaceByItself() {
        var asked = hear(begun(), told(MATTER + " di Jajar"));
        assertThat(asked.draft().region()).isNull();
        assertThat(hear(asked, new Pressed("elsewhere")).stage()).isEqualTo(Stage.PLACE);

        var chosen = hear(asked, new Pressed("region:" + JAJAR.code()));
        assertThat(chosen.draft().region()).isEqualTo(JAJAR);
        assertThat(chosen.stage()).isEqualTo(Stage.PHOTO);
        assertThat(hear(asked, new Pressed("region:33.13.01.2001")).draft().region())
                .isNull();
    }

    @Example
    void takesNoPointOutside() {
        var talk = hear(hear(begun(), told(MATTER)), new Told("", List.of(), new Point(3, 98, null, false), Set.of()));
        assertThat(talk.stage()).isEqualTo(Stage.PLACE);
        assertThat(says(talk)).containsExactly("note-outside");
    }

    @Example
    void sendsNothingWithoutConsent() {
        for (var stage : List.of(Stage.IDLE, Stage.MATTER, Stage.PLACE, Stage.PHOTO)) {
            assertThat(hear(begun().at(stage), new Ordered(Command.SEND)).act()).isNull();
        }
        assertThat(hear(ready(), new Ordered(Command.SEND)).act()).isEqualTo(new Act.Lodge());
        var secret = hear(ready(), new Ordered(Command.SEND_SECRET));
        assertThat(secret.draft().complaint("surakarta", Channel.WHATSAPP, null).effectiveVisibility())
                .isEqualTo(Visibility.SECRET);
    }

    @Example
    void beginsAnewAfterItWasSent() {
        var sent = hear(ready(), new Ordered(Command.SEND));
        var after = Script.after(sent, new Done.Lodged(UUID.randomUUID()));
        assertThat(after.stage()).isEqualTo(Stage.IDLE);
        assertThat(after.draft().isEmpty()).isTrue();
        assertThat(after.draft().id()).isNotEqualTo(sent.draft().id());
        assertThat(Script.after(sent, new Done.Refused("Terlalu pendek.")).stage())
                .isEqualTo(Stage.CONSENT);
    }

    @Example
    void joinsWhatIsAskedForAsAReply() {
        var asked = known(PublicState.NEEDS_INFO, true);
        var talk = begun();
        for (var said : List.of(new Ordered(Command.GREET, "halo"), new Ordered(Command.SEND, "ya"))) {
            talk = Script.hear(talk, said, knowing(asked));
        }
        assertThat(talk.draft().text()).isEqualTo("ya");
        talk = Script.hear(talk, new Pressed("to:" + asked.id()), knowing(asked));
        assertThat(talk.act()).isInstanceOfSatisfying(Act.Add.class, add -> {
            assertThat(add.complaint()).isEqualTo(asked.id());
            assertThat(add.step()).isEqualTo(Step.REPLIED);
        });
    }

    @Example
    void asksWhichWhenTwoAreAsked() {
        var facts = knowing(known(PublicState.NEEDS_INFO, true), known(PublicState.NEEDS_INFO, true));
        assertThat(Script.hear(begun(), told("Tiang nomor 12"), facts).stage()).isEqualTo(Stage.SUBJECT);
    }

    @Example
    void asksNineTimesHowSatisfiedTheCitizenIs() {
        var answered = known(PublicState.ANSWERED, false);
        var talk = Script.hear(begun(), new Ordered(Command.SURVEY), knowing(answered));
        assertThat(says(talk)).containsExactly("rating");
        for (int at = 0; at < 9; at++) {
            assertThat(talk.stage()).isEqualTo(Stage.SURVEY);
            for (var none : List.of("0", "5", "44", "bagus", "")) {
                assertThat(hear(talk, told(none)).marks()).hasSize(at);
            }
            assertThat(hear(talk, new Pressed("mark:" + (at - 1) + ".2")).marks())
                    .hasSize(at);
            talk = at % 2 == 0 ? hear(talk, new Pressed("mark:" + at + ".4")) : hear(talk, told(" 3 "));
        }
        assertThat(talk.stage()).isEqualTo(Stage.OPINION);
        assertThat(hear(talk, new Ordered(Command.SKIP)).act()).isInstanceOfSatisfying(Act.Rate.class, rate -> {
            assertThat(rate.marks()).containsExactly(4, 3, 4, 3, 4, 3, 4, 3, 4);
            assertThat(rate.complaint()).isEqualTo(answered.id());
            assertThat(rate.opinion()).isNull();
        });
        var rating = hear(talk, told("Petugasnya ramah."));
        assertThat(Script.after(rating, new Done.Rated("SKA-2222-2222")).marks())
                .isEmpty();
    }

    @Example
    void asksNobodyBeforeAnAnswer() {
        var facts = knowing(known(PublicState.IN_PROGRESS, false));
        assertThat(says(Script.hear(begun(), new Ordered(Command.SURVEY), facts)))
                .containsExactly("nothing-to-rate");
        var writing = hear(begun(), told(MATTER));
        assertThat(Script.hear(writing, new Ordered(Command.SURVEY), knowing(known(PublicState.ANSWERED, false)))
                        .draft())
                .isEqualTo(writing.draft());
    }

    @Example
    void joinsNoComplaintOfSomebodyElse() {
        var facts = knowing(known(PublicState.IN_PROGRESS, false));
        var asked = Script.hear(begun(), told(MATTER), facts);
        assertThat(asked.stage()).isEqualTo(Stage.SUBJECT);
        assertThat(Script.hear(asked, new Pressed("to:" + UUID.randomUUID()), facts)
                        .act())
                .isNull();
    }

    /** A case that closed a moment ago takes nothing; what was written may become a complaint of its own. */
    @Example
    void keepsWhatCouldNotBeJoined() {
        var known = known(PublicState.IN_PROGRESS, false);
        var facts = knowing(known);
        var asked = Script.hear(begun(), told(MATTER), facts);
        var joining = Script.hear(asked, new Pressed("to:" + known.id()), facts);
        var after = Script.after(joining, new Done.Refused("Aduan ini sudah selesai."));
        assertThat(after.stage()).isEqualTo(Stage.SUBJECT);
        assertThat(after.act()).isNull();
        assertThat(after.draft().text()).isEqualTo(MATTER);
    }

    /** A draft that was begun a week ago: its photos are gone, its words are not. */
    @Example
    void goesOnWithoutFilesThatAreGone() {
        var old = hear(ready(), new Told("", List.of("tiket"), null, Set.of()));
        var sending = hear(old, new Ordered(Command.SEND));
        var after = Script.after(sending, new Done.FilesGone());
        assertThat(says(after)).containsExactly("note-file-gone");
        assertThat(after.act()).isNull();
        assertThat(after.draft().tickets()).isEmpty();
        assertThat(after.draft().text()).isEqualTo(MATTER);
        assertThat(hear(after.silent(), new Ordered(Command.SEND)).act()).isEqualTo(new Act.Lodge());
    }

    @Example
    void losesNothingOfAPlaceThatIsAStory() {
        var story = "Di ujung gang dekat pos ronda. " + "Sudah lama begini dan tidak ada yang datang. ".repeat(9);
        var talk = hear(hear(begun(), told(MATTER)), told(story));
        assertThat(talk.draft().text()).isEqualTo(MATTER + "\n" + story.strip());
        assertThat(talk.draft().address()).isNull();
    }

    @Example
    void tellsWhatIsTooLong() {
        var talk = hear(begun(), told("x".repeat(6000)));
        assertThat(talk.draft().text()).hasSize(Draft.LONGEST);
        assertThat(says(talk)).containsExactly("note-too-long");
    }

    @Example
    void addsToThePlace() {
        var talk = hear(hear(begun(), told(MATTER + " di Jajar")), told("Jl. Melati 5"));
        assertThat(hear(talk.at(Stage.PLACE), told("dekat masjid"))
                        .draft()
                        .complaint("surakarta", Channel.WHATSAPP, null)
                        .location())
                .extracting(place -> place.address())
                .isEqualTo("Jl. Melati 5, dekat masjid");
    }

    @Example
    void tellsWhyItCannotTakeSomething() {
        var talk = hear(begun(), new Told("", List.of(), null, Set.of(Note.VOICE)));
        assertThat(says(talk)).containsExactly("ask-matter", "note-voice");
    }

    @Example
    void tellsWhoStoppedHowToGoOn() {
        var stopped = hear(begun(), new Ordered(Command.STOP));
        assertThat(stopped.stage()).isEqualTo(Stage.STOPPED);
        assertThat(says(hear(stopped.silent(), told(MATTER)))).containsExactly("stopped");
        assertThat(hear(stopped, new Ordered(Command.START)).stage()).isEqualTo(Stage.IDLE);
    }

    /** Whatever is said in whatever order: nothing is lodged but by consent, and a stop is kept. */
    @Property(tries = 500)
    void standsWhateverIsSaid(@ForAll("said") List<Said> all) {
        var talk = begun();
        for (var said : all) {
            var before = talk;
            talk = Script.hear(talk, said, knowing(known(PublicState.ANSWERED, false)));
            if (talk.act() instanceof Act.Lodge) {
                assertThat(before.stage()).isEqualTo(Stage.CONSENT);
                assertThat(talk.draft().text()).hasSizeGreaterThanOrEqualTo(Draft.SHORTEST);
            }
            assertThat(talk.draft().tickets()).hasSizeLessThanOrEqualTo(5);
            assertThat(talk.draft().text()).hasSizeLessThanOrEqualTo(Draft.LONGEST);
            talk = talk.act() == null
                    ? talk.silent()
                    : Script.after(talk, new Done.Refused("Tidak bisa.")).silent();
        }
    }

    @Provide
    Arbitrary<List<Said>> said() {
        Arbitrary<Said> words =
                Arbitraries.strings().ofMaxLength(40).map(text -> new Told(text, List.of(), null, Set.of()));
        Arbitrary<Said> files =
                Arbitraries.strings().alpha().ofLength(8).map(ticket -> new Told("", List.of(ticket), null, Set.of()));
        Arbitrary<Said> commands = Arbitraries.of(Command.class).map(Ordered::new);
        Arbitrary<Said> presses = Arbitraries.of(
                        "new", "elsewhere", "to:x", "region:33.72.01", "mark:0.4", "mark:1.1", "entah")
                .map(Pressed::new);
        return Arbitraries.oneOf(List.of(words, files, commands, presses))
                .list()
                .ofMaxSize(30);
    }

    @Example
    void hasAQuestionForEveryStageThatAsks() {
        assertThat(Arrays.stream(Stage.values()).filter(stage -> stage.question() == null))
                .containsExactlyInAnyOrder(Stage.IDLE, Stage.STOPPED);
    }

    private static Talk ready() {
        var talk = hear(begun(), told(MATTER));
        talk = hear(talk, told("Jalan Slamet Riyadi 12"));
        talk = hear(talk, new Ordered(Command.SKIP));
        assertThat(talk.stage()).isEqualTo(Stage.CONSENT);
        return talk;
    }

    private static Talk begun() {
        return Talk.begun(new UUID(1, 1));
    }

    private static Talk hear(Talk talk, Said said) {
        return Script.hear(talk, said, NOTHING_KNOWN);
    }

    private static Facts knowing(Known... complaints) {
        return new Facts(List.of(complaints), _ -> List.of());
    }

    private static Known known(PublicState state, boolean isAsked) {
        return new Known(
                UUID.randomUUID(),
                "SKA-2222-2222",
                state,
                "Dishub",
                isAsked,
                true,
                state == PublicState.ANSWERED,
                state == PublicState.ANSWERED);
    }

    private static List<String> says(Talk talk) {
        return talk.says().stream().map(Talk.Say::key).toList();
    }

    private static Said told(String text) {
        return new Told(text, List.of(), null, Set.of());
    }
}
