package id.tanggap.response;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tests of the desk need: the other services, as the desk hears them, and the officers at it. */
public final class DeskFixture {
    public static final String CASES = "/api/response/v1/cases/";
    public static final Duration SOON = Duration.ofSeconds(30);
    public static final Instant RECEIVED = Instant.parse("2026-11-02T02:00:00Z");

    /** What every complaint here comes with. */
    public static final AttachedFile PHOTO =
            new AttachedFile(UUID.fromString("0190a1b2-0000-7000-8000-0000000000f1"), "image/jpeg", 48_211);

    private final String agency;

    /** @param agency of surakarta */
    public DeskFixture(String agency) {
        this.agency = agency;
    }

    /** Tells of a complaint and its agency, and waits until it lies on the desk. */
    public UUID dispatch(Visibility visibility, ComplaintType type) {
        var id = UUID.randomUUID();
        say(id, received(visibility, type, "Lampu jalan mati.", RECEIVED));
        say(id, dispatched());
        say(
                id,
                new ClockStarted(
                        ClockKind.PROMISE, "promise", "48 jam", RECEIVED, RECEIVED.plus(Duration.ofHours(48))));
        await().atMost(SOON)
                .untilAsserted(() ->
                        admin().get(CASES + id).then().statusCode(200).body("dueAt", equalTo("2026-11-04T02:00:00Z")));
        return id;
    }

    public UUID dispatch() {
        return dispatch(Visibility.PUBLIC, ComplaintType.ORDINARY);
    }

    public void say(UUID id, Event event) {
        EventBus.say("surakarta", id, event);
    }

    public Dispatched dispatched() {
        return new Dispatched(agency, "Dinas Percobaan", "Kategori", "rule", 0, RECEIVED.plusSeconds(1));
    }

    public static ComplaintReceived received(
            Visibility visibility, ComplaintType type, @Nullable String text, Instant at) {
        return new ComplaintReceived(
                "SKA-TEST-0001",
                Channel.WEB,
                type,
                visibility,
                null,
                visibility == Visibility.SECRET ? null : text,
                "penerangan-jalan",
                null,
                Set.of(),
                List.of(PHOTO),
                at);
    }

    public RequestSpecification admin() {
        return as("andi", "/surakarta/" + agency, "agency-admin");
    }

    public RequestSpecification otherAdmin() {
        return as("budi", "/surakarta/" + agency, "agency-admin");
    }

    public RequestSpecification staffOf(String division) {
        return as("staf-" + division, "/surakarta/" + agency + "/" + division, "division-staff");
    }

    public static RequestSpecification as(String user, String group, String role) {
        return given().auth().oauth2(Tokens.of(user, group, role));
    }

    public static RequestSpecification with(RequestSpecification who, Map<String, ?> body) {
        return who.contentType(ContentType.JSON).body(body);
    }
}
