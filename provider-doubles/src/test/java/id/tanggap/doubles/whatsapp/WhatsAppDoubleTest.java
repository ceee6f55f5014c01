package id.tanggap.doubles.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Fetched;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outgoing;
import id.tanggap.channel.Outgoing.Choice;
import id.tanggap.channel.Received;
import id.tanggap.channel.Received.Chosen;
import id.tanggap.channel.Received.Media;
import id.tanggap.channel.Received.Place;
import id.tanggap.channel.Received.Text;
import id.tanggap.channel.whatsapp.WhatsAppClient;
import id.tanggap.doubles.whatsapp.DoubleConfig.Account;
import id.tanggap.doubles.whatsapp.Trouble.Outage;
import id.tanggap.testkit.SettableTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The double by the office's own client and hook. */
class WhatsAppDoubleTest {
    private static final String ULAS = "100000000000001";
    private static final Outgoing HELLO = new Outgoing.Words("Halo");
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final SettableTime time = SettableTime.running();
    private final Office office = new Office();
    private final WhatsAppDouble meta =
            WhatsAppDouble.start(DoubleConfig.of(account()).at(time));
    private final Network network = meta.network();
    private final Citizen siti = network.citizen("Siti", "62812000111");
    private final WhatsAppClient client = new WhatsAppClient(meta.api(), time, SHORT, SHORT);

    WhatsAppDoubleTest() throws IOException {}

    private Account account() {
        return new Account(
                "ulas-wa", ULAS, office.address(), "agreed", "token", Office.SIGNING, Map.of("aduan_diterima", 2));
    }

    @AfterEach
    void close() {
        meta.close();
        office.close();
    }

    @Test
    void shakesHandsWithTheHook() {
        assertThat(network.shakesHands(ULAS)).isTrue();
        office.agrees("something else");
        assertThat(network.shakesHands(ULAS)).isFalse();
    }

    @Test
    void bringsWhatACitizenSends() {
        network.writes(siti, ULAS, "Jalan rusak di Jl. Slamet Riyadi 1/2 😀");
        network.sendsPlace(siti, ULAS, -7.56, 110.82);
        network.sendsPhoto(siti, ULAS, new byte[] {1, 2}, "Ini");
        network.sendsVoice(siti, ULAS, new byte[] {3});

        soon(() -> assertThat(office.messages()).hasSize(4));
        assertThat(office.messages())
                .extracting(Received.Message::content)
                .satisfiesExactly(
                        text -> assertThat(text).isEqualTo(new Text("Jalan rusak di Jl. Slamet Riyadi 1/2 😀")),
                        place -> assertThat(place).isEqualTo(new Place(-7.56, 110.82, null)),
                        photo -> assertThat(photo).isInstanceOf(Media.class),
                        voice -> assertThat(voice).extracting("kind").isEqualTo(Media.Kind.VOICE));
        assertThat(office.messages()).extracting(it -> it.from().address()).containsOnly("62812000111");
        assertThat(office.messages()).extracting(it -> it.from().name()).containsOnly("Siti");
        soon(() -> assertThat(siti.chat(ULAS)).extracting(Bubble::state).containsOnly(Bubble.State.DELIVERED));
    }

    @Test
    void hidesTheNumberOfWhoWantsIt() {
        var budi = network.hiddenCitizen("Budi", "62812000222");
        network.writes(budi, ULAS, "Rahasia");

        soon(() -> assertThat(office.messages())
                .extracting(it -> it.from().address())
                .containsExactly("ID.62812000222"));
        assertThat(sent("ID.62812000222", HELLO)).isEqualTo(new Outcome.Sent());
        soon(() -> assertThat(budi.chat(ULAS)).extracting(Bubble::text).containsExactly("Rahasia", "Halo"));
    }

    @Test
    void reportsSentDeliveredAndRead() {
        network.writes(siti, ULAS, "Halo");
        var reference = UUID.randomUUID();

        assertThat(client.send(sender(), "62812000111", HELLO, reference).join())
                .isEqualTo(new Outcome.Sent());

        soon(() -> assertThat(outcomes()).containsExactly(new Outcome.Sent(), new Outcome.Delivered()));
        network.reads(siti, ULAS);
        soon(() -> assertThat(outcomes()).last().isEqualTo(new Outcome.Read()));
        assertThat(office.reports()).extracting(Received.Report::reference).containsOnly(reference);
        assertThat(meta.ledger().taken()).extracting(Ledger.Taken::reference).containsExactly(reference.toString());
    }

    @Test
    void readsAtOnceWhoHasTheChatOpen() {
        network.writes(siti, ULAS, "Halo");
        network.opens(siti, ULAS, true);

        sent(HELLO);

        soon(() -> assertThat(outcomes())
                .containsExactly(new Outcome.Sent(), new Outcome.Delivered(), new Outcome.Read()));
    }

    @Test
    void deliversWhatCameWhileThePhoneWasOff() {
        network.writes(siti, ULAS, "Halo");
        network.off(siti, true);
        sent(HELLO);
        soon(() -> assertThat(outcomes()).containsExactly(new Outcome.Sent()));

        network.off(siti, false);

        soon(() -> assertThat(outcomes()).containsExactly(new Outcome.Sent(), new Outcome.Delivered()));
    }

    @Test
    void letsACitizenPressWhatIsOffered() {
        network.writes(siti, ULAS, "Halo");
        sent(new Outgoing.Question("Benar?", List.of(new Choice("y", "Ya"), new Choice("n", "Tidak"))));
        sent(new Outgoing.Question(
                "Yang mana?",
                IntStream.range(0, 5)
                        .mapToObj(i -> new Choice("c" + i, "C" + i))
                        .toList()));
        soon(() -> assertThat(siti.chat(ULAS)).hasSize(3));

        network.presses(siti, ULAS, siti.chat(ULAS).get(1).id(), "n");
        network.presses(siti, ULAS, siti.chat(ULAS).get(2).id(), "c4");

        soon(() -> assertThat(office.messages()).hasSize(3));
        assertThat(office.messages().get(1).content()).isEqualTo(new Chosen("n"));
        assertThat(office.messages().get(1).answersTo())
                .isEqualTo(siti.chat(ULAS).get(1).id());
        assertThat(office.messages().get(2).content()).isEqualTo(new Chosen("c4"));
    }

    @Test
    void takesNoFreeWordsADayAfterTheCitizenWrote() {
        network.writes(siti, ULAS, "Halo");
        time.goOn(Duration.ofHours(24));

        assertThat(sent(HELLO)).isEqualTo(new Outcome.Sent());
        soon(() -> assertThat(outcomes()).containsExactly(new Failed(Fault.WINDOW_CLOSED, "WA 131047")));

        meta.trouble().refusesAtOnce(true);
        assertThat(sent(HELLO)).isEqualTo(new Failed(Fault.WINDOW_CLOSED, "WA 131047"));
        assertThat(sent(new Outgoing.PlaceWanted("Di mana?"))).isInstanceOf(Failed.class);
        assertThat(sent(template("aduan_diterima", "SKA-1", "https://x"))).isEqualTo(new Outcome.Sent());
        soon(() -> assertThat(siti.chat(ULAS)).extracting(Bubble::type).containsExactly("text", "template"));
    }

    @Test
    void knowsTheTemplatesThatAreApproved() {
        assertThat(sent(template("other", "SKA-1"))).isEqualTo(new Failed(Fault.CONTENT, "WA 132001"));
        assertThat(sent(template("aduan_diterima", "SKA-1"))).isEqualTo(new Failed(Fault.CONTENT, "WA 132000"));
        assertThat(sent(template("aduan_diterima", "SKA-1", "a\nb"))).isEqualTo(new Failed(Fault.CONTENT, "WA 132018"));
        assertThat(sent(template("aduan_diterima", "SKA-1", ""))).isEqualTo(new Failed(Fault.CONTENT, "WA 131008"));
    }

    @Test
    void saysThatNobodyHasTheNumber() {
        sent("62812999999", template("aduan_diterima", "1", "2"));
        siti.delete(true);
        sent(template("aduan_diterima", "1", "2"));

        soon(() -> assertThat(outcomes())
                .containsExactly(new Failed(Fault.RECIPIENT, "WA 131026"), new Failed(Fault.RECIPIENT, "WA 131026")));
    }

    @Test
    void refusesWhatMetaRefuses() {
        network.writes(siti, ULAS, "Halo");

        assertThat(sent(new Outgoing.Words("x".repeat(4096)))).isEqualTo(new Outcome.Sent());
        assertThat(sent(new Outgoing.Words("x".repeat(4097)))).isEqualTo(new Failed(Fault.CONTENT, "WA 100"));
        assertThat(sent(new Outgoing.Words(" "))).isEqualTo(new Failed(Fault.CONTENT, "WA 131008"));
        assertThat(sent(question(new Choice("a", "x".repeat(21))))).isEqualTo(new Failed(Fault.CONTENT, "WA 131009"));
        assertThat(sent(question(new Choice("a", "A"), new Choice("a", "B")))).isInstanceOf(Failed.class);
        assertThat(sent(question())).isEqualTo(new Failed(Fault.CONTENT, "WA 131009"));
        assertThat(sent("", HELLO)).isEqualTo(new Failed(Fault.CONTENT, "WA 131009"));
        assertThat(sent("not an address", HELLO)).isEqualTo(new Failed(Fault.CONTENT, "WA 131009"));
        assertThat(meta.ledger().taken()).hasSize(1);
        assertThat(meta.ledger().refused()).hasSize(7);
    }

    @Test
    void takesWhatThePairLimitLetsThrough() {
        time.set("2026-12-01T00:00:00Z");
        network.writes(siti, ULAS, "Halo");
        var outcomes = IntStream.range(0, 46).mapToObj(_ -> sent(HELLO)).toList();

        assertThat(outcomes.subList(0, 45)).containsOnly(new Outcome.Sent());
        assertThat(outcomes.getLast()).isEqualTo(new Failed(Fault.THROTTLED, "WA 131056"));
        time.goOn(Duration.ofSeconds(6));
        assertThat(sent(HELLO)).isEqualTo(new Outcome.Sent());
    }

    @Test
    void takesWhatTheAccountLimitLetsThrough() {
        time.set("2026-12-01T00:00:00Z");
        var outcomes = IntStream.range(0, 81)
                .mapToObj(i -> sent("6281200" + i, template("aduan_diterima", "1", "2")))
                .toList();

        assertThat(outcomes.subList(0, 80)).containsOnly(new Outcome.Sent());
        assertThat(outcomes.getLast()).isEqualTo(new Failed(Fault.THROTTLED, "WA 130429"));
    }

    @Test
    void letsNobodyElseSend() {
        var stranger = new WhatsAppClient.Account(ULAS, "another token");
        var elsewhere = new WhatsAppClient.Account("4711", "token");

        assertThat(client.send(stranger, "62812000111", HELLO, UUID.randomUUID())
                        .join())
                .isEqualTo(new Failed(Fault.CONFIG, "WA 190"));
        assertThat(client.send(elsewhere, "62812000111", HELLO, UUID.randomUUID())
                        .join())
                .isEqualTo(new Failed(Fault.CONTENT, "WA 100"));
        meta.trouble().expired(true);
        assertThat(sent(HELLO)).isEqualTo(new Failed(Fault.CONFIG, "WA 190"));
    }

    @Test
    void givesOutFilesForAWhile() {
        network.sendsPhoto(siti, ULAS, new byte[] {1, 2, 3}, "");
        soon(() -> assertThat(office.messages()).hasSize(1));
        var id = ((Media) office.messages().getFirst().content()).id();

        assertThat(fetched(id)).extracting("bytes").isEqualTo(new byte[] {1, 2, 3});
        assertThat(fetched("4711")).isEqualTo(new Fetched.Gone());
        meta.trouble().lostFiles(2);
        assertThat(fetched(id)).isEqualTo(new Fetched.Failed(Fault.TRANSIENT, "HTTP 503"));
        assertThat(fetched(id)).isEqualTo(new Fetched.Failed(Fault.TRANSIENT, "HTTP 503"));
        assertThat(fetched(id)).isInstanceOf(Fetched.Content.class);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, ConnectException, true", "UNAVAILABLE, HTTP 503, true", "HANGING, TimeoutException, false"})
    void isOut(Outage outage, String cause, boolean nothingSent) {
        network.writes(siti, ULAS, "Halo");
        meta.trouble().outage(outage);

        assertThat(sent(HELLO))
                .isEqualTo(nothingSent ? new Failed(Fault.TRANSIENT, cause) : new Outcome.Unknown(cause));
        meta.trouble().none();
        assertThat(sent(HELLO)).isEqualTo(new Outcome.Sent());
        assertThat(meta.ledger().taken()).hasSize(1);
    }

    @Test
    void takesAMessageAndLosesTheAnswer() {
        network.writes(siti, ULAS, "Halo");
        meta.trouble().lostAnswers(1);

        assertThat(sent(HELLO)).isInstanceOf(Outcome.Unknown.class);
        assertThat(sent(HELLO)).isEqualTo(new Outcome.Sent());
        soon(() -> assertThat(outcomes())
                .filteredOn(new Outcome.Delivered()::equals)
                .hasSize(2));
    }

    @Test
    void failsByTheCodeThatIsAskedFor() {
        network.writes(siti, ULAS, "Halo");
        meta.trouble().code(131049, 2);

        assertThat(sent(HELLO)).isEqualTo(new Failed(Fault.QUALITY, "WA 131049"));
        assertThat(sent(HELLO)).isEqualTo(new Failed(Fault.QUALITY, "WA 131049"));
        assertThat(sent(HELLO)).isEqualTo(new Outcome.Sent());
    }

    @Test
    void postsUntilItIsTaken() {
        office.refuses(3);

        network.writes(siti, ULAS, "Halo");

        soon(() -> assertThat(office.messages()).hasSize(1));
        soon(() -> assertThat(meta.ledger().posted())
                .extracting(Ledger.Posted::attempt)
                .containsExactly(1, 2, 3, 4));
        assertThat(meta.ledger().unheard()).isEmpty();
    }

    @Test
    void postsEachUpdateAsOftenAsItIsToldTo() {
        meta.trouble().copies(3);

        var id = network.writes(siti, ULAS, "Halo");

        soon(() -> assertThat(office.came()).containsExactly("message " + id, "message " + id, "message " + id));
    }

    @Test
    void postsManyAtOnceAndInAnotherOrder() {
        meta.trouble().shuffled(true).batch(20);

        var ids = IntStream.range(0, 40)
                .mapToObj(i -> "message " + network.writes(siti, ULAS, "Halo " + i))
                .toList();

        soon(() -> assertThat(office.came()).containsExactlyInAnyOrderElementsOf(ids));
        assertThat(office.came()).isNotEqualTo(ids);
        assertThat(office.bodies()).isLessThan(10);
    }

    @Test
    void losesNothingInAStorm() {
        meta.trouble().copies(2).shuffled(true).batch(7);
        office.refuses(10);

        var ids = IntStream.range(0, 200)
                .mapToObj(i -> "message " + network.writes(siti, ULAS, "Halo " + i))
                .toList();

        soon(() -> assertThat(office.messages()).hasSize(200));
        assertThat(office.came()).containsAll(ids);
        soon(() -> assertThat(meta.ledger().unheard()).isEmpty());
    }

    @Test
    void postsStatusesLate() {
        network.writes(siti, ULAS, "Halo");
        meta.trouble().statusesLate(Duration.ofMillis(700));
        sent(HELLO);

        soon(() -> assertThat(siti.chat(ULAS)).last().extracting(Bubble::state).isEqualTo(Bubble.State.DELIVERED));
        assertThat(office.reports()).isEmpty();
        soon(() -> assertThat(office.reports()).hasSize(2));
    }

    private Fetched fetched(String id) {
        return client.fetch(sender(), id, 1000).join();
    }

    private static Outgoing question(Choice... choices) {
        return new Outgoing.Question("Benar?", List.of(choices));
    }

    private static Outgoing template(String name, String... values) {
        return new Outgoing.Template(name, "id", List.of(values));
    }

    private Outcome sent(Outgoing what) {
        return sent("62812000111", what);
    }

    private Outcome sent(String address, Outgoing what) {
        return client.send(sender(), address, what, UUID.randomUUID()).join();
    }

    private static WhatsAppClient.Account sender() {
        return new WhatsAppClient.Account(ULAS, "token");
    }

    private List<Outcome> outcomes() {
        return office.reports().stream().map(Received.Report::outcome).toList();
    }

    private static void soon(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(holds);
    }
}
