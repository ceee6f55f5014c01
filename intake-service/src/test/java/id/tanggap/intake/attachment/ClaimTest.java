package id.tanggap.intake.attachment;

import static id.tanggap.intake.attachment.AttachmentFixture.PHOTO;
import static id.tanggap.intake.attachment.AttachmentFixture.discard;
import static id.tanggap.intake.attachment.AttachmentFixture.formWith;
import static id.tanggap.intake.attachment.AttachmentFixture.lodge;
import static id.tanggap.intake.attachment.AttachmentFixture.newest;
import static id.tanggap.intake.attachment.AttachmentFixture.photo;
import static id.tanggap.intake.attachment.AttachmentFixture.preview;
import static id.tanggap.intake.attachment.AttachmentFixture.rows;
import static id.tanggap.intake.attachment.AttachmentFixture.upload;
import static id.tanggap.intake.attachment.AttachmentFixture.uploaded;
import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintSupplemented;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.complaint.ComplaintFixture;
import id.tanggap.intake.complaint.Lodged;
import id.tanggap.intake.tracking.Step;
import id.tanggap.testkit.Camera;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.api.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A complaint has the files that it came with, and what its citizen sends later. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ClaimTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant LATER = Instant.parse("2030-01-02T03:04:05Z");
    private static final String CANARY = "kenarikuning";

    @Inject
    Pool pool;

    @Test
    void isOnTheReceipt() {
        var taken = upload("foto.jpg", PHOTO).statusCode(201).extract();

        lodge(formWith(taken.path("ticket"), uploaded("surat.pdf", Camera.PDF)))
                .statusCode(201)
                .body("attachments.kind", contains("JPEG", "PDF"))
                .body("attachments[0].size", equalTo(taken.path("size")))
                .body("attachments[0].sha256", equalTo(taken.path("sha256")));
        lodge(form()).statusCode(201).body("attachments", nullValue());
    }

    @Test
    void isToldToTheOthersWithoutNameAndDigest() {
        var own = lodged(formWith(uploaded("Wagimin.pdf", Camera.PDF)));
        var id = newest(pool);

        assertThat(told(own, ComplaintReceived.class).attachments())
                .containsExactly(new AttachedFile(id, "application/pdf", Camera.PDF.length));
        assertThat(told(lodged(form()), ComplaintReceived.class).attachments()).isNull();
    }

    @Test
    void isToldOfASecretComplaintToo() {
        var own = lodged(formWith(photo()).with("visibility", "SECRET"));

        assertThat(told(own, ComplaintReceived.class).attachments()).hasSize(1);
    }

    @Test
    void isInTheVaultAlone() {
        var exif = Camera.exif(1, -7.5, 110.8);
        System.arraycopy(CANARY.getBytes(StandardCharsets.US_ASCII), 0, exif, exif.length - 12, 12);
        var photo = Camera.withExif(Camera.jpeg(), exif);
        assertThat(text(photo)).contains(CANARY);

        var logged = new Logged();
        var own = lodged(formWith(uploaded(CANARY + ".jpg", photo)));
        told(own, ComplaintReceived.class);
        upload(CANARY + ".jpg", CANARY.getBytes(StandardCharsets.US_ASCII)).statusCode(400);

        assertThat(logged.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotContain(CANARY));

        for (var table : rows(pool, "select table_name from information_schema.tables where table_schema = 'public'")) {
            assertThat(rows(
                            pool,
                            "select 1 from \"%s\" t where t::text ilike '%%%s%%' or t::text ilike '%%%s%%'"
                                    .formatted(table.getString(0), CANARY, hex(CANARY))))
                    .as(table.getString(0))
                    .isEmpty();
        }
        assertThat(EventBus.records(Topics.INTAKE, own.id()))
                .extracting(record -> text(record.value()) + record.headers())
                .allSatisfy(record -> assertThat(record).doesNotContain(CANARY));
        assertThat(AttachmentFixture.onDisk())
                .allSatisfy(file -> assertThat(file.toString()).doesNotContain(CANARY));
    }

    /** What the service says in its log meanwhile. */
    private static final class Logged extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Logged() {
            Logger.getLogger("").addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line) + Arrays.toString(line.getParameters()));
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(this);
        }

        List<String> lines() {
            close();
            return lines;
        }
    }

    static Stream<List<String>> unfit() {
        return Stream.of(List.of("tidak-ada"), List.of(""), List.of("x".repeat(200)));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void namesATicketThatIsNone(List<String> tickets) {
        lodge(form().with("attachments", tickets))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("attachments[0]"));
    }

    @Test
    void namesEachTicketThatWasUsed() {
        var used = photo();
        lodge(formWith(used)).statusCode(201);

        lodge(formWith(photo(), used))
                .statusCode(400)
                .body("errors.field", contains("attachments[1]"))
                .body("errors.message", contains("Berkas ini tidak ada lagi atau sudah dipakai. Unggah sekali lagi."));
        preview(used).statusCode(404);
        discard(used).statusCode(404);
    }

    @Test
    void isAtMostFiveEachOnce() {
        var one = photo();

        lodge(formWith(one, one)).statusCode(400).body("errors.field", contains("attachments"));
        lodge(form().with("attachments", List.of("1", "2", "3", "4", "5", "6")))
                .statusCode(400)
                .body("errors.message", contains("Paling banyak 5 berkas."));
        lodge(formWith(one)).statusCode(201);
    }

    @Test
    void isTheFirstOnes() throws InterruptedException, ExecutionException {
        var ticket = photo();

        var answers = AtOnce.sixTimes(() -> lodge(formWith(ticket)).extract().statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 400);
        assertThat(rows(pool, "select from attachment_claim where attachment_id = $1", newest(pool)))
                .hasSize(1);
    }

    @Test
    void isTheSameForTheSameRequest() throws InterruptedException, ExecutionException {
        var form = formWith(photo());
        var key = UUID.randomUUID().toString();

        var receipts =
                AtOnce.sixTimes(() -> lodge(form, key).statusCode(201).extract().asString());
        var again =
                lodge(form, key).statusCode(201).body("attachments", hasSize(1)).extract();

        assertThat(receipts).containsOnly(again.asString());
    }

    @Test
    void isErasedWithTheComplaint() {
        var own = lodged(formWith(photo()));
        var id = newest(pool);
        own(own, id).statusCode(200).contentType("image/jpeg");

        rows(pool, "update vault set wrapped_key = null where complaint_id = $1", own.id());

        own(own, id).statusCode(410).contentType("application/problem+json");
        assertThat(rows(pool, "select wrapped_key from attachment where id = $1", id))
                .singleElement()
                .satisfies(row -> assertThat(row.getValue("wrapped_key")).isNull());
    }

    @Test
    void isShownToItsOwnCitizenAlone() {
        var own = lodged(formWith(photo()));
        var id = newest(pool);
        var other = lodged(formWith(photo()));

        own.timeline().body("entries[0].attachments.id", contains(id.toString()));
        var strangers = List.of(
                own(new Lodged(own.id(), own.number(), "AAAA-AAAA"), id),
                own(new Lodged(own.id(), "SKA-0000-0000", own.secret()), id));
        assertThat(strangers)
                .extracting(answer -> answer.statusCode(404).extract().asString())
                .hasSize(2)
                .containsOnly(strangers.getFirst().extract().asString());
        own(other, id).statusCode(404);
        given().get(own.path("timeline/attachments/" + id)).then().statusCode(400);
    }

    /** How a citizen adds to a complaint, and in which state. */
    enum Adding {
        REPLY("reply", "text", Step.REPLIED, ComplainantReplied.class, 409),
        OBJECTION("objection", "reason", Step.OBJECTED, ObjectionRaised.class, 409),
        SUPPLEMENT("supplement", "text", Step.SUPPLEMENTED, ComplaintSupplemented.class, 400);

        private final String act;
        private final String field;
        private final Step step;
        private final Class<? extends Event> event;
        /** What somebody is told who sends the same file once more under another key. */
        private final int again;

        Adding(String act, String field, Step step, Class<? extends Event> event, int again) {
            this.act = act;
            this.field = field;
            this.step = step;
            this.event = event;
            this.again = again;
        }

        private Lodged awaited(Lodged own) {
            if (this == REPLY) {
                EventBus.say("surakarta", own.id(), new Accepted("dishub", LATER.minusSeconds(1)));
                EventBus.say("surakarta", own.id(), new InformationRequested("dishub", "Di mana?", LATER));
            } else {
                EventBus.say("surakarta", own.id(), new AnswerPublished("dishub", "Sudah.", LATER));
            }
            await().atMost(SOON)
                    .untilAsserted(() -> own.timeline()
                            .body("status", equalTo(this == REPLY ? "NEEDS_INFO" : "ANSWERED"))
                            .body("open", hasItem(step.name())));
            return own;
        }

        private ValidatableResponse send(Lodged own, String key, String... tickets) {
            return own.asCitizen()
                    .header("Idempotency-Key", key)
                    .body(Map.of(field, "Lihat fotonya.", "attachments", List.of(tickets)))
                    .post(own.path(act))
                    .then();
        }
    }

    @ParameterizedTest
    @EnumSource
    void comesWithWhatIsAddedLater(Adding adding) {
        var own = adding.awaited(lodged(formWith(photo())));
        var ticket = photo();
        var id = newest(pool);

        adding.send(own, "satu", "tidak-ada", ticket).statusCode(400).body("errors.field", contains("attachments[0]"));
        adding.send(own, "satu", ticket).statusCode(201);
        adding.send(own, "satu", ticket).statusCode(201);
        adding.send(own, "dua", ticket).statusCode(adding.again);

        own.timeline()
                .body("entries[0].attachments", hasSize(1))
                .body("entries[-1].attachments.id", contains(id.toString()));
        own(own, id).statusCode(200);
        assertThat(told(own, adding.event))
                .satisfies(event ->
                        assertThat(files(event)).extracting(AttachedFile::id).containsExactly(id));
    }

    private static List<AttachedFile> files(Event event) {
        return switch (event) {
            case ComplainantReplied it -> requireNonNull(it.attachments());
            case ObjectionRaised it -> requireNonNull(it.attachments());
            case ComplaintSupplemented it -> requireNonNull(it.attachments());
            default -> List.of();
        };
    }

    private static Lodged lodged(ComplaintFixture form) {
        return Lodged.of(form);
    }

    private static ValidatableResponse own(Lodged own, UUID attachment) {
        return given().header("Tanggap-Secret", own.secret())
                .get(own.path("timeline/attachments/" + attachment))
                .then();
    }

    private static <E extends Event> E told(Lodged own, Class<E> type) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(EventBus.heard(Topics.INTAKE, own.id())).anyMatch(type::isInstance));
        return EventBus.heard(Topics.INTAKE, own.id()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
