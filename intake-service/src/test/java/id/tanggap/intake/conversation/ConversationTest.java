package id.tanggap.intake.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.event.ConversationEvent.DeliveryReported;
import id.tanggap.contracts.event.ConversationEvent.ReplyDue;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.channel.FakeWhatsApp;
import id.tanggap.intake.channel.FakeWhatsApp.Phone;
import id.tanggap.intake.vault.Seal;
import id.tanggap.testkit.Camera;
import id.tanggap.testkit.EventBus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From what a citizen writes to the complaint, and from what happens to it back to the chat. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@TestSecurity(user = "notification-service", roles = "contact-reader")
class ConversationTest {
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final String MATTER = "Lampu jalan mati sejak tiga malam yang lalu";
    private static final FakeWhatsApp WHATSAPP = new FakeWhatsApp();

    private final Phone siti = Phone.any();

    @Inject
    Pool pool;

    @BeforeAll
    static void open() {
        WHATSAPP.start();
    }

    @AfterAll
    static void close() {
        WHATSAPP.stop();
    }

    @Test
    void becomesAComplaint() {
        siti.says(siti.text("halo"));
        assertThat(answer(1)).contains("layanan aduan Pemerintah Kota Surakarta", "apa yang terjadi");

        siti.says(siti.text(MATTER + " di Kelurahan Jajar"));
        assertThat(answer(2)).contains("Apakah ini tempatnya?");
        assertThat(choices()).anyMatch(title -> title.contains("Jajar")).contains("Bukan itu");

        siti.says(siti.press(choice(0)));
        assertThat(answer(3)).contains("Ada foto?");

        siti.says(siti.press("SKIP"));
        assertThat(answer(4)).contains(MATTER, "Jajar", "Kirim?");
        assertThat(choices()).containsExactly("Kirim", "Kirim rahasia", "Batal");
        assertThat(complaints()).isEmpty();

        siti.says(siti.press("SEND"));
        var complaint = complaint();
        var told = received(complaint);
        assertThat(told.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(told.text()).startsWith(MATTER);
        assertThat(told.reachableBy()).containsExactly(ContactWay.WHATSAPP);
        assertThat(contact(complaint).getString("handles[0].address")).isEqualTo(siti.number());
        assertThat(contact(complaint).getString("handles[0].freeUntil")).isNotNull();
        assertThat(entries(complaint)).isEqualTo(9);
    }

    @Test
    void takesAnAlbumAsOne() {
        var album = new ArrayList<>(List.of(siti.text(MATTER)));
        for (var i = 0; i < 3; i++) {
            var media = "foto" + siti.number() + i;
            WHATSAPP.gives(media, Camera.jpeg());
            album.add(siti.file("image", media, i == 0 ? "dilihat dari timur" : ""));
        }
        album.add(siti.place(-7.5561, 110.8316));
        album.forEach(message -> siti.says(message));

        assertThat(answer(1)).contains(MATTER, "dilihat dari timur", "Foto: 3");
        siti.says(siti.text("ya"));
        var told = received(complaint());
        assertThat(told.attachments()).hasSize(3);
        assertThat(told.location()).isNotNull();
    }

    @Test
    void keepsAVoiceAndAsksForASentence() {
        var media = "suara" + siti.number();
        WHATSAPP.gives(media, Camera.VOICE);
        siti.says(siti.file("audio", media, ""));
        assertThat(answer(1)).contains("Pesan suara Anda kami simpan", "Tulis dalam satu dua kalimat");
        siti.says(siti.text(MATTER));
        assertThat(answer(2)).contains("Di mana letaknya?");
        siti.says(siti.text("Jalan Slamet Riyadi 12"));
        assertThat(answer(3)).contains("Periksa dahulu");
        siti.says(siti.text("ya"));
        assertThat(received(complaint()).attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.mediaType()).isEqualTo("audio/ogg"));
    }

    @Test
    void waitsForAFileThatComesLater() {
        var media = "lambat" + siti.number();
        WHATSAPP.givesAfter(2, media, Camera.jpeg());
        siti.says(siti.file("image", media, MATTER));
        assertThat(answer(1)).contains("Di mana letaknya?");
    }

    @Test
    void goesOnWithoutAFileThatIsGone() {
        var media = "hilang" + siti.number();
        WHATSAPP.gives(media, 404);
        siti.says(siti.file("image", media, MATTER));
        assertThat(answer(1)).contains("tidak berhasil kami ambil", "Di mana letaknya?");
    }

    @Test
    void isOneThoughItComesFiftyTimes() throws Exception {
        var message = siti.text(MATTER);
        var body = FakeWhatsApp.body(List.of(message), List.of());
        try (var threads = Executors.newFixedThreadPool(16)) {
            var posts = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> FakeWhatsApp.post(body).statusCode()))
                    .toList();
            for (var post : posts) {
                assertThat(post.get(30, TimeUnit.SECONDS)).isEqualTo(200);
            }
        }
        assertThat(answer(1)).contains("Di mana letaknya?");
        siti.says(siti.text("lewati"), siti.text("lewati"), siti.text("kirim"));
        siti.says(siti.text("kirim"));
        complaint();
        FakeWhatsApp.post(body).then().statusCode(200);
        assertThat(complaints()).hasSize(1);
    }

    @Test
    void joinsWhatTheOfficeAskedFor() {
        var complaint = lodged();
        EventBus.say(
                "surakarta", complaint, new InformationRequested("dishub", "Di tiang nomor berapa?", Instant.now()));
        await().atMost(SOON).until(() -> {
            var before = replies();
            siti.says(siti.text("status"));
            await().atMost(SOON).until(() -> replies() > before);
            return lastAnswer().contains("menunggu balasan Anda");
        });

        siti.says(siti.text("Tiang nomor 12 di depan balai"));
        await().atMost(SOON).until(() -> lastAnswer().contains("Pesan ini tentang apa?"));
        siti.says(siti.press("to:" + complaint));
        await().atMost(SOON).until(() -> lastAnswer().contains("Sudah kami sertakan pada aduan"));
        assertThat(EventBus.heard(Topics.INTAKE, complaint)).hasSize(2);
    }

    @Test
    void neverLetsAnotherPhoneJoin() {
        var complaint = lodged();
        var stranger = Phone.any();
        stranger.says(stranger.text("status"), stranger.press("to:" + complaint));
        await().atMost(SOON).until(() -> repliesTo(stranger) > 0);
        assertThat(count("select count(*) from addition where complaint_id = $1", complaint))
                .isZero();
        assertThat(lastAnswerTo(stranger)).contains("belum ada aduan");
    }

    @Test
    void asksWhetherMoreBelongsToTheSame() {
        var complaint = lodged();
        siti.says(siti.text("Sekarang lampu yang di sebelahnya juga mati"));
        await().atMost(SOON).until(() -> lastAnswer().contains("Pesan ini tentang apa?"));
        siti.says(siti.press("to:" + complaint));
        await().atMost(SOON).until(() -> lastAnswer().contains("Sudah kami sertakan"));
        assertThat(count("select count(*) from addition where complaint_id = $1", complaint))
                .isOne();
    }

    @Test
    void saysNothingToWhoStopped() {
        siti.says(siti.text("BERHENTI"));
        assertThat(answer(1)).contains("tidak akan mengirim pesan lagi");
        siti.says(siti.text(MATTER));
        assertThat(answer(2)).contains("Balas MULAI");
        siti.says(siti.text("mulai"));
        assertThat(answer(3)).contains("kami kirim lagi");
    }

    @Test
    void passesOnWhatTheProviderReports() {
        var delivery = UUID.randomUUID();
        FakeWhatsApp.post(FakeWhatsApp.body(
                List.of(),
                List.of(
                        FakeWhatsApp.status("wamid.X" + delivery, "read", delivery.toString()),
                        FakeWhatsApp.status("wamid.X" + delivery, "sent", delivery.toString()),
                        FakeWhatsApp.status("wamid.Y", "sent", "bukan milik kami"))));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(EventBus.heard(Topics.CONVERSATION, delivery))
                        .hasSize(2)
                        .allMatch(DeliveryReported.class::isInstance));
    }

    @Test
    void putsAsideWhatItCannotRead() {
        var broken = siti.message("text");
        siti.says(broken);
        siti.says(siti.text(MATTER));
        assertThat(answer(1)).contains("Di mana letaknya?");
        assertThat(count("select count(*) from inbound_event where state = 'QUARANTINED' and cause = 'body'"))
                .isPositive();
    }

    /** What nobody expected must neither stop what follows nor anybody else. */
    @Test
    void goesOnWhenItsOwnStateCannotBeRead() {
        siti.says(siti.text("halo"));
        await().atMost(SOON).until(() -> replies() == 1);
        pool.preparedQuery("update conversation set sealed = $2 where id = $1")
                .execute(Tuple.of(conversation(siti), Buffer.buffer("rusak")))
                .await()
                .indefinitely();
        siti.says(siti.text(MATTER));

        var other = Phone.any();
        other.says(other.text(MATTER));
        await().atMost(SOON).until(() -> repliesTo(other) == 1);
        assertThat(count("""
                select count(*) from inbound_event e join conversation c using (account, contact)
                where c.id = $1 and e.state = 'WAITING'
                """, conversation(siti))).isOne();
    }

    private UUID lodged() {
        siti.says(siti.text(MATTER));
        await().atMost(SOON).until(() -> replies() == 1);
        siti.says(siti.text("Jalan Slamet Riyadi dekat Gladag"));
        await().atMost(SOON).until(() -> replies() == 2);
        siti.says(siti.text("lewati"));
        await().atMost(SOON).until(() -> replies() == 3);
        siti.says(siti.text("kirim"));
        return complaint();
    }

    private UUID complaint() {
        await().atMost(SOON).until(() -> complaints().size() == 1);
        return complaints().getFirst();
    }

    private List<UUID> complaints() {
        var rows = pool.preparedQuery("select complaint_id from conversation_complaint where conversation_id = $1")
                .execute(Tuple.of(conversation(siti)))
                .await()
                .indefinitely();
        var all = new ArrayList<UUID>();
        rows.forEach(row -> all.add(row.getUUID("complaint_id")));
        return all;
    }

    private static ComplaintReceived received(UUID complaint) {
        await().atMost(SOON)
                .until(() -> !EventBus.heard(Topics.INTAKE, complaint).isEmpty());
        return (ComplaintReceived) EventBus.heard(Topics.INTAKE, complaint).getFirst();
    }

    private static JsonPath contact(UUID complaint) {
        return given().queryParam("purpose", "notification")
                .get("/api/intake/v1/complaints/{id}/contact", complaint)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String answer(int which) {
        await().atMost(SOON).until(() -> replies() == which);
        return lastAnswer();
    }

    private String lastAnswer() {
        return lastAnswerTo(siti);
    }

    private String lastAnswerTo(Phone phone) {
        return last(phone).getString("says.text");
    }

    private List<String> choices() {
        return last(siti).getList("says.choices.title");
    }

    private String choice(int place) {
        return last(siti).getString("says.choices[" + place + "].id");
    }

    private JsonPath last(Phone phone) {
        var conversation = conversation(phone);
        var due = (ReplyDue) EventBus.heard(Topics.CONVERSATION, conversation).getLast();
        return given().get("/api/intake/v1/conversations/{c}/replies/{r}", conversation, due.reply())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private int replies() {
        return repliesTo(siti);
    }

    private int repliesTo(Phone phone) {
        var conversation = conversation(phone);
        return EventBus.heard(Topics.CONVERSATION, conversation).size();
    }

    @Inject
    Seal seal;

    private UUID conversation(Phone phone) {
        var contact = seal.fingerprint(
                ("contact\n" + FakeWhatsApp.ACCOUNT + "\n" + phone.number()).getBytes(StandardCharsets.UTF_8));
        var rows = pool.preparedQuery("select id from conversation where contact = $1")
                .execute(Tuple.of(Buffer.buffer(contact)))
                .await()
                .indefinitely();
        return rows.size() == 0 ? new UUID(0, 0) : rows.iterator().next().getUUID("id");
    }

    private int entries(UUID complaint) {
        return count("select count(*) from conversation_entry where complaint_id = $1", complaint);
    }

    private int count(String query, Object... values) {
        return pool.preparedQuery(query)
                .execute(Tuple.wrap(new ArrayList<>(List.of(values))))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0)
                .intValue();
    }
}
