package id.tanggap.response.live;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.SOON;
import static id.tanggap.response.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class ChangesTest {
    private final DeskFixture desk = new DeskFixture("dishub");

    @TestHTTPResource("/api/response/v1/changes")
    @SuppressWarnings("NullAway.Init")
    URI changes;

    @Test
    void tellsAnOpenPageOfTheCasesOnItsDeskAlone() throws Exception {
        try (var own = open("andi", "/surakarta/dishub", "agency-admin", "");
                var other = open("lain", "/surakarta/dlh", "agency-admin", "");
                var division = open("staf", "/surakarta/dishub/parkir", "division-staff", "");
                var head = open("ketua", "/surakarta", "head", "")) {
            var complaint = desk.dispatch();
            own.hears("\"id\":\"" + complaint + "\"");
            desk.admin().post(CASES + complaint + "/accept").then().statusCode(200);

            own.hears("\"id\":\"" + complaint + "\",\"status\":\"IN_PROGRESS\"");
            head.hears("\"id\":\"" + complaint + "\",\"status\":\"IN_PROGRESS\"");
            assertThat(other.lines()).noneMatch(line -> line.contains(complaint.toString()));
            assertThat(division.lines()).noneMatch(line -> line.contains(complaint.toString()));
        }
    }

    @Test
    void letsTwoPeopleOnTheSameCaseSeeEachOther() throws Exception {
        var complaint = desk.dispatch();
        try (var andi = open("andi", "/surakarta/dishub", "agency-admin", "?case=" + complaint)) {
            andi.hears("\"people\":[]");
            try (var _ = open("budi", "/surakarta/dishub", "agency-admin", "?case=" + complaint)) {
                andi.hears("\"people\":[\"budi\"]");
            }
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(andi.lines().stream()
                                    .filter(line -> line.contains("people"))
                                    .toList())
                            .last()
                            .asString()
                            .contains("\"people\":[]"));
        }
    }

    @Test
    void showsNobodyACaseOfAnotherDesk() throws Exception {
        var complaint = desk.dispatch();
        try (var stranger = open("lain", "/surakarta/dlh", "agency-admin", "?case=" + complaint);
                var andi = open("andi", "/surakarta/dishub", "agency-admin", "?case=" + complaint)) {
            andi.hears("\"people\":[]");
            assertThat(stranger.lines()).noneMatch(line -> line.contains(complaint.toString()));
        }
        assertThat(status("lain", "/surakarta", "intake-officer", "")).isEqualTo(403);
        assertThat(status("lain", "/surakarta", "agency-admin", "")).isEqualTo(403);
    }

    @Test
    void tellsTheFormerAgencyThatItsListHasChanged() throws Exception {
        var complaint = desk.dispatch();
        try (var own = open("andi", "/surakarta/dishub", "agency-admin", "")) {
            desk.say(
                    complaint,
                    new ReturnedAsMisrouted("dishub", MisroutingReason.NOT_OUR_DUTY, null, DeskFixture.RECEIVED));
            own.hears("event:list");
        }
    }

    @Test
    void gathersManyChangesIntoFewAnnouncements() throws Exception {
        var complaint = desk.dispatch();
        try (var own = open("andi", "/surakarta/dishub", "agency-admin", "")) {
            for (int i = 0; i < 20; i++) {
                with(desk.admin(), Map.of("text", "Catatan " + i))
                        .post(CASES + complaint + "/notes")
                        .then()
                        .statusCode(200);
            }
            own.hears(complaint.toString());
        }
    }

    private Page open(String user, String group, String role, String query) {
        var page = new Page();
        page.client
                .sendAsync(request(user, group, role, query), BodyHandlers.ofLines())
                .thenAccept(response -> {
                    page.opened.complete(response.statusCode());
                    try (Stream<String> lines = response.body()) {
                        lines.forEach(page.lines::add);
                    }
                });
        assertThat(page.opened.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(200);
        return page;
    }

    private int status(String user, String group, String role, String query) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request(user, group, role, query), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private HttpRequest request(String user, String group, String role, String query) {
        return HttpRequest.newBuilder(URI.create(changes + query))
                .header("Authorization", "Bearer " + Tokens.of(user, group, role))
                .build();
    }

    /** An open page that writes down what it hears. */
    private static final class Page implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final CompletableFuture<Integer> opened = new CompletableFuture<>();
        private final List<String> lines = new CopyOnWriteArrayList<>();

        void hears(String part) {
            await().atMost(SOON).untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains(part)));
        }

        List<String> lines() {
            return lines;
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
