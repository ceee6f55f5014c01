package id.tanggap.intake.complaint;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.complaint.Source.App;
import id.tanggap.intake.complaint.Source.Citizen;
import id.tanggap.intake.complaint.Source.Conversation;
import id.tanggap.intake.complaint.Source.Officer;
import id.tanggap.intake.complaint.Source.Open311;
import id.tanggap.intake.complaint.Source.Replay;
import id.tanggap.intake.vault.Handle;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may bring what to the door. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class SourceTest {
    private static final String SURAKARTA = "surakarta";
    private static final Handle SITI = new Handle(ContactWay.WHATSAPP, "628110000000", "628120000111", null);
    private static final List<Source> ALL = List.of(
            new Citizen(),
            new Officer("petugas", SURAKARTA),
            new Conversation(Channel.WHATSAPP, SURAKARTA, SITI),
            new App("solo-destination", SURAKARTA),
            new Open311("kunci", SURAKARTA),
            new Replay());

    private static final Path PUBLISHED = Path.of("../contracts/src/main/resources/contracts/sources.json");

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aStrangerNamesTheWebAlone(Channel channel) {
        judged(submit(stranger(), channel, SURAKARTA), channel == Channel.WEB);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aSignedInOfficerIsNobodySpecialAtTheCitizensDoor(Channel channel) {
        judged(
                submit(with(Tokens.of("petugas", "/surakarta", "intake-officer")), channel, SURAKARTA),
                channel == Channel.WEB);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void anAppNamesTheAppAlone(Channel channel) {
        judged(submit(app("/surakarta"), channel, SURAKARTA), channel == Channel.MOBILE_APP);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aReplayNamesWhateverChannelItWas(Channel channel) {
        submit(with(Tokens.ofService("tanggap-replay", "complaint-replayer")), channel, SURAKARTA)
                .statusCode(201);
    }

    @Test
    void anAppFilesWithItsOwnGovernmentOnly() {
        submit(app("/surakarta"), Channel.MOBILE_APP, "karanganyar").statusCode(403);
        submit(with(Tokens.ofService("app", "complaint-app")), Channel.MOBILE_APP, SURAKARTA)
                .statusCode(403);
    }

    @Test
    void oneCannotSpeakForAnotherByAForgedOrExpiredToken() {
        submit(with(Tokens.forged("app", "/surakarta", "complaint-app")), Channel.MOBILE_APP, SURAKARTA)
                .statusCode(401);
        submit(with(Tokens.expired("app", "/surakarta", "complaint-app")), Channel.MOBILE_APP, SURAKARTA)
                .statusCode(401);
    }

    /** A key that two use by chance gives neither the receipt of the other; a replay goes on where citizens' posts ended. */
    @Test
    void keepsTheKeysOfDifferentSourcesApart() {
        var keys = ALL.stream().map(Source::keys).toList();

        assertThat(keys.subList(0, keys.size() - 1)).doesNotHaveDuplicates();
        assertThat(new Replay().keys()).isEqualTo(new Citizen().keys());
        assertThat(new App("a", SURAKARTA).keys()).isNotEqualTo(new App("b", SURAKARTA).keys());
    }

    @ParameterizedTest
    @MethodSource("ofOneGovernment")
    void filesWithItsOwnGovernmentOnly(Source source) {
        assertThat(source.filesWith(SURAKARTA)).isTrue();
        assertThat(source.filesWith("karanganyar")).isFalse();
    }

    static Stream<Source> ofOneGovernment() {
        return ALL.stream().filter(source -> !(source instanceof Citizen || source instanceof Replay));
    }

    @ParameterizedTest
    @MethodSource("ofNoGovernment")
    void withoutAGovernmentFilesWithNone(Source source) {
        assertThat(source.filesWith(SURAKARTA)).isFalse();
    }

    static Stream<Source> ofNoGovernment() {
        return Stream.of(new Officer("petugas", null), new App("app", null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"WEB", "MOBILE_APP", "OPEN311", "COUNTER", "LETTER"})
    void nobodyConversesByAFormOrOnPaper(Channel channel) {
        assertThatThrownBy(() -> new Conversation(channel, SURAKARTA, SITI))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConversationBringsWhereItsCitizenIsReached() {
        assertThat(new Conversation(Channel.WHATSAPP, SURAKARTA, SITI).handles())
                .containsExactly(SITI);
        assertThat(SITI.toString()).doesNotContain("628120000111");
    }

    /** The list that pages and integrators read is this table. */
    @Test
    void isPublished() throws IOException {
        var table =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(table()) + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(PUBLISHED, table);
        }
        assertThat(PUBLISHED).hasContent(table);
    }

    private static Map<String, List<Channel>> table() {
        var table = new LinkedHashMap<String, List<Channel>>();
        for (var source : ALL) {
            var channels = source instanceof Conversation ? Source.SPOKEN : source.channels();
            table.put(source.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT), channels);
        }
        return table;
    }

    private static RequestSpecification stranger() {
        return given();
    }

    private static RequestSpecification app(String group) {
        return with(Tokens.of("solo-destination", group, "complaint-app"));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    private static ValidatableResponse submit(RequestSpecification who, Channel channel, String government) {
        return who.contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form().with("channel", channel.name())
                        .with("government", government)
                        .json())
                .post("/api/intake/v1/complaints")
                .then();
    }

    private static void judged(ValidatableResponse answer, boolean taken) {
        if (taken) {
            answer.statusCode(201);
            return;
        }
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("errors.size()", equalTo(1))
                .body("errors[0].field", equalTo("channel"))
                .body("errors[0].message", containsString("hanya"));
    }
}
