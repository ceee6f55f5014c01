package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two people act on a complaint at once: everybody tells one story afterwards, and who acted in vain is told. */
@ExtendWith(RunningPlatform.Provided.class)
class CrossingJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Integer> MILLIS_APART = List.of(0, 30);
    private static final int AT_ONCE = 4;
    private static final String AGENCY = "dlh";
    private static final String NEXT = "dpupr";

    private final RunningPlatform platform;
    private final FrontDoor door;
    private final Map<String, String> agency;
    private final Map<String, String> next;
    private final Map<String, String> coordinator;
    private final Map<String, String> officer;

    CrossingJourney(RunningPlatform platform) throws IOException, InterruptedException {
        this.platform = platform;
        door = new FrontDoor(platform);
        agency = door.as("admin.dlh.solo");
        next = door.as("admin.dpupr.solo");
        coordinator = door.as("koordinator.solo");
        officer = door.as("petugas.solo");
    }

    private interface Act {
        FrontDoor.Answer on(CrossingJourney at, Complaint complaint) throws IOException, InterruptedException;
    }

    private record Complaint(String id, String number, String secret) {}

    /** Where a case has to be before both act. */
    private enum Begin {
        UNDECIDED,
        ACCEPTED,
        ANSWERED
    }

    record Pair(String name, Begin begin, Act one, Act other) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Pair> pairs() {
        return List.of(
                new Pair("answer and return", Begin.ACCEPTED, CrossingJourney::answer, CrossingJourney::giveBack),
                new Pair("question and return", Begin.ACCEPTED, CrossingJourney::ask, CrossingJourney::giveBack),
                new Pair("answer and move", Begin.ACCEPTED, CrossingJourney::answer, CrossingJourney::move),
                new Pair("answer and referral", Begin.ACCEPTED, CrossingJourney::answer, CrossingJourney::refer),
                new Pair("objection and resolve", Begin.ANSWERED, CrossingJourney::objectTo, CrossingJourney::resolve),
                new Pair("screening and dispatch", Begin.UNDECIDED, CrossingJourney::screenOut, CrossingJourney::move),
                new Pair("answer and withdrawal", Begin.ACCEPTED, CrossingJourney::answer, CrossingJourney::withdraw),
                new Pair("withdrawal and move", Begin.ACCEPTED, CrossingJourney::withdraw, CrossingJourney::move));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void leavesOneStory(Pair pair) throws InterruptedException, ExecutionException {
        try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Complaint>> crossings = Stream.of(true, false)
                    .flatMap(inOrder -> MILLIS_APART.stream().map(millis -> crossing(pair, inOrder, millis)))
                    .map(people::submit)
                    .toList();
            for (Future<Complaint> crossing : crossings) {
                tellsOneStory(crossing.get());
            }
        }
    }

    /** What was accepted while nobody heard of anybody arrives, and is brought into one order. */
    @Test
    void leavesOneStoryThoughTheBrokerWasDown() throws IOException, InterruptedException {
        Map<Pair, Complaint> begun = new LinkedHashMap<>();
        for (Pair pair : pairs()) {
            begun.put(pair, begin(pair.begin()));
        }
        platform.kill("kafka");
        Complaint accepted = file(Begin.ACCEPTED);
        for (var pair : begun.entrySet()) {
            pair.getKey().one().on(this, pair.getValue()).orFail();
            pair.getKey().other().on(this, pair.getValue()).orFail();
        }
        assertThat(platform.kafkaListens()).isFalse();
        begun.values().forEach(this::tellsOneStory);
        tellsWhoActedInVain(begun);
        become(accepted, "VERIFIED", "DISPATCHED");
    }

    /** Both were told that it was done; one of them has to hear that it was not. */
    private void tellsWhoActedInVain(Map<Pair, Complaint> crossed) throws IOException, InterruptedException {
        String atTheDesk =
                door.get("/api/response/v1/me/refused", agency).orFail().text();
        String screened =
                door.get("/api/intake/v1/screenings/refused", officer).orFail().text();
        for (var pair : crossed.entrySet()) {
            String number = pair.getValue().number();
            switch (pair.getKey().name()) {
                case "question and return", "answer and referral" ->
                    assertThat(atTheDesk).contains(number);
                case "screening and dispatch" -> assertThat(screened).contains(number);
                default -> {
                    // Who came first, or a rule, decides.
                }
            }
        }
    }

    private Callable<Complaint> crossing(Pair pair, boolean inOrder, int millis) {
        return () -> {
            Complaint complaint = begin(pair.begin());
            try (var two = Executors.newScheduledThreadPool(2)) {
                var one =
                        two.schedule(() -> pair.one().on(this, complaint), inOrder ? 0 : millis, TimeUnit.MILLISECONDS);
                var other = two.schedule(
                        () -> pair.other().on(this, complaint), inOrder ? millis : 0, TimeUnit.MILLISECONDS);
                assertThat(List.of(one.get().status(), other.get().status()))
                        .isSubsetOf(200, 201, 404, 409)
                        .anyMatch(status -> status / 100 == 2);
            }
            return complaint;
        };
    }

    private void tellsOneStory(Complaint complaint) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode routed = door.get("/api/routing/v1/cases/" + complaint.id(), coordinator)
                    .orFail()
                    .json();
            String state = shown(routed.path("state").asText());

            assertThat(timeline(complaint).path("status").asText()).isEqualTo(state);
            onTheDesk(complaint, routed, state);
            assertThat(counted(complaint)).isIn(counts(state));
        });
    }

    /** Whoever has it sees what everybody sees, and the other does not have it. */
    private void onTheDesk(Complaint complaint, JsonNode routed, String state)
            throws IOException, InterruptedException {
        boolean onItsWay = routed.path("state").asText().equals("REDELEGATED");
        for (var desk : Map.of(AGENCY, agency, NEXT, next).entrySet()) {
            FrontDoor.Answer file = door.get("/api/response/v1/cases/" + complaint.id(), desk.getValue());
            if (!onItsWay && desk.getKey().equals(routed.path("agency").asText())) {
                assertThat(shown(file.orFail().json().path("status").asText())).isEqualTo(state);
            } else {
                assertThat(file.status()).isEqualTo(404);
            }
        }
    }

    private static String shown(String state) {
        return switch (state) {
            case "VERIFIED" -> "RECEIVED";
            case "REDELEGATED" -> "DISPATCHED";
            case "DISPOSED" -> "IN_PROGRESS";
            case "REFERRED" -> "OUT_OF_JURISDICTION";
            default -> state;
        };
    }

    /** As a recap may count it: what was taken back after its answer was answered. */
    private static List<String> counts(String state) {
        return switch (state) {
            case "ANSWERED", "RESOLVED", "CLOSED" -> List.of("ANSWERED");
            case "WITHDRAWN" -> List.of("ENDED", "ANSWERED");
            case "OUT_OF_JURISDICTION", "REJECTED" -> List.of("ENDED");
            default -> List.of("OPEN");
        };
    }

    private String counted(Complaint complaint) throws SQLException {
        try (var reporting = DriverManager.getConnection(
                        "jdbc:postgresql://" + platform.postgres() + "/reporting",
                        "reporting",
                        platform.secret("database.reporting"));
                var query = reporting.prepareStatement("select state from complaint_fact where complaint_id = ?")) {
            query.setObject(1, UUID.fromString(complaint.id()));
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private Complaint begin(Begin begin) throws IOException, InterruptedException {
        Complaint complaint = file(begin);
        become(complaint, "VERIFIED", "DISPATCHED");
        if (begin != Begin.UNDECIDED) {
            accept(complaint);
        }
        if (begin == Begin.ANSWERED) {
            answer(this, complaint).orFail();
            await().atMost(PATIENCE)
                    .until(() -> timeline(complaint).path("status").asText().equals("ANSWERED"));
        }
        return complaint;
    }

    private Complaint file(Begin begin) throws IOException, InterruptedException {
        var filed = begin == Begin.UNDECIDED
                ? FrontDoor.complaint("Percobaan yang tujuannya tidak jelas.").putNull("category")
                : FrontDoor.complaint("Tumpukan sampah menutup jalan.").put("category", "sampah");
        JsonNode receipt = door.file(filed, Map.of()).orFail().json();
        return new Complaint(
                receipt.path("id").asText(),
                receipt.path("number").asText(),
                receipt.path("secret").asText());
    }

    /** The coordinator helps where the system has seen too many of the kind go elsewhere. */
    private void accept(Complaint complaint) throws IOException, InterruptedException {
        decide(complaint, AGENCY);
        await().atMost(PATIENCE).until(() -> desk(complaint, "accept", "{}").status() == 200);
        become(complaint, "IN_PROGRESS");
    }

    private void become(Complaint complaint, String... states) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(door.get("/api/routing/v1/cases/" + complaint.id(), coordinator)
                                .json()
                                .path("state")
                                .asText())
                        .isIn((Object[]) states));
    }

    private JsonNode timeline(Complaint complaint) throws IOException, InterruptedException {
        return door.get(
                        "/api/intake/v1/complaints/" + complaint.number() + "/timeline",
                        Map.of("Tanggap-Secret", complaint.secret()))
                .orFail()
                .json();
    }

    private FrontDoor.Answer desk(Complaint complaint, String act, String body)
            throws IOException, InterruptedException {
        return door.post("/api/response/v1/cases/" + complaint.id() + "/" + act, body, agency);
    }

    private FrontDoor.Answer decide(Complaint complaint, String target) throws IOException, InterruptedException {
        return door.post(
                "/api/routing/v1/cases/" + complaint.id() + "/destination",
                "{\"agency\":\"" + target + "\"}",
                coordinator);
    }

    private FrontDoor.Answer say(Complaint complaint, String act, String body)
            throws IOException, InterruptedException {
        return door.post(
                "/api/intake/v1/complaints/" + complaint.number() + "/" + act,
                body,
                Map.of("Tanggap-Secret", complaint.secret()));
    }

    private static FrontDoor.Answer answer(CrossingJourney at, Complaint complaint)
            throws IOException, InterruptedException {
        return at.desk(
                complaint,
                "answer",
                "{\"text\":\"Sudah diangkut.\",\"followUp\":\"Menambah kontainer\",\"followUpBy\":\"%s\"}"
                        .formatted(LocalDate.now(ZoneOffset.UTC).plusYears(1)));
    }

    private static FrontDoor.Answer ask(CrossingJourney at, Complaint complaint)
            throws IOException, InterruptedException {
        return at.desk(complaint, "information-request", "{\"question\":\"Di sisi mana?\"}");
    }

    private static FrontDoor.Answer resolve(CrossingJourney at, Complaint complaint)
            throws IOException, InterruptedException {
        return at.desk(complaint, "resolution", "{}");
    }

    private static FrontDoor.Answer giveBack(CrossingJourney at, Complaint complaint)
            throws IOException, InterruptedException {
        return at.door.post(
                "/api/routing/v1/cases/" + complaint.id() + "/return", "{\"reason\":\"NOT_OUR_DUTY\"}", at.agency);
    }

    private static FrontDoor.Answer move(CrossingJourney at, Complaint complaint)
            throws IOException, InterruptedException {
        return at.decide(complaint, NEXT);
    }

    private static FrontDoor.Answer refer(CrossingJourney at, Complaint complaint)
            throws IOException, InterruptedException {
        return at.door.post(
                "/api/routing/v1/cases/" + complaint.id() + "/referral", "{\"institution\":\"pln\"}", at.coordinator);
    }

    private static FrontDoor.Answer objectTo(CrossingJourney at, Complaint complaint)
            throws IOException, InterruptedException {
        return at.say(complaint, "objection", "{\"reason\":\"Masih menumpuk.\"}");
    }

    private static FrontDoor.Answer withdraw(CrossingJourney at, Complaint complaint)
            throws IOException, InterruptedException {
        return at.say(complaint, "withdrawal", "{}");
    }

    private static FrontDoor.Answer screenOut(CrossingJourney at, Complaint complaint)
            throws IOException, InterruptedException {
        return at.door.post(
                "/api/intake/v1/complaints/" + complaint.id() + "/screening-out",
                "{\"reason\":\"NO_COMPLAINT\"}",
                at.officer);
    }
}
