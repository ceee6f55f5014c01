package id.tanggap.bench.torture;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.bench.torture.Told.Deed;
import id.tanggap.bench.torture.Told.Import;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether it is as people were told: every accepted complaint once everywhere, one story of each, every word that was granted
 * once or its author told that it has no effect, no dead letter, chains whole.
 */
final class Judgement {
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(10);
    private static final String HEAD = "kepala.solo";
    private static final int AT_ONCE = 4;
    private static final int SHOWN = 20;
    private static final Map<Service, String> COMPLAINTS = Map.of(
            Service.INTAKE, "select id from complaint",
            Service.ROUTING, "select complaint_id from cases",
            Service.RESPONSE, "select id from desk_case where number is not null",
            Service.REPORTING, "select complaint_id from complaint_fact where month is not null and source is null");
    private static final Set<String> WITHOUT_A_DESK =
            Set.of("RECEIVED", "VERIFIED", "FORWARDED", "REDELEGATED", "REFERRED", "REJECTED", "WITHDRAWN");

    private final LocalPlatform platform;
    private final Door door;
    private final Told told;
    private final PrintStream out;
    private final List<String> findings = new ArrayList<>();

    Judgement(LocalPlatform platform, Door door, Told told, PrintStream out) {
        this.platform = platform;
        this.door = door;
        this.told = told;
        this.out = out;
    }

    /** @return what is not as people were told */
    List<String> pass() throws IOException, SQLException, InterruptedException {
        told.unanswered().forEach(this::find);
        awaitQuiet();
        onceEverywhere();
        var unread = refused();
        oneStory(unread);
        imported();
        noDeadLetters();
        wholeChains();
        return List.copyOf(findings);
    }

    private synchronized void find(String finding) {
        findings.add(finding);
        if (findings.size() <= SHOWN) {
            out.println("  " + finding);
        }
    }

    /** Nothing is on its way any more: no event waits to be sent, and no act to be decided. */
    private void awaitQuiet() throws IOException, SQLException, InterruptedException {
        var end = System.nanoTime() + QUIET_WITHIN.toNanos();
        var calm = 0;
        while (calm < 3 && System.nanoTime() < end) {
            calm = waiting() == 0 ? calm + 1 : 0;
            TimeUnit.SECONDS.sleep(1);
        }
        if (calm < 3) {
            find("%d events or acts still wait after ten minutes".formatted(waiting()));
        }
    }

    private long waiting() throws IOException, SQLException {
        var missing = 0L;
        for (var service : COMPLAINTS.keySet()) {
            missing += count(service, "select count(*) from outbox")
                    + Math.abs(told.complaints().size() - ids(service).size());
        }
        return missing + count(Service.RESPONSE, "select count(*) from desk_case where awaited_act is not null");
    }

    private void onceEverywhere() throws IOException, SQLException {
        var accepted = new HashSet<UUID>();
        told.complaints().forEach(complaint -> accepted.add(complaint.id()));
        if (told.complaints().stream().map(Complaint::number).distinct().count() != accepted.size()) {
            find("two complaints have one number");
        }
        for (var service : COMPLAINTS.keySet()) {
            var known = ids(service);
            count(service + " lost a complaint", accepted, known);
            count(service + " has a complaint that nobody lodged", known, accepted);
        }
    }

    private void count(String what, Set<UUID> of, Set<UUID> without) {
        of.stream().filter(id -> !without.contains(id)).forEach(id -> find(what + ": " + id));
    }

    /** What officers read of their words without effect; each reads until there is nothing more. */
    private Set<String> refused() {
        var words = ConcurrentHashMap.<String>newKeySet();
        for (var person : List.of(Officers.AGENCY, Officers.NEXT)) {
            var page = door.look(person, "/api/response/v1/me/refused").body();
            while (!page.isEmpty()) {
                for (var each : page) {
                    words.add(said(each.path("text")));
                    door.insist(
                            person,
                            "/api/response/v1/me/refused/" + each.path("id").asText() + "/read",
                            Door.JSON.createObjectNode());
                }
                page = door.look(person, "/api/response/v1/me/refused").body();
            }
        }
        return words;
    }

    private void oneStory(Set<String> refused) {
        var deeds = new ConcurrentHashMap<UUID, List<Deed>>();
        told.deeds()
                .forEach(deed -> deeds.computeIfAbsent(deed.complaint().id(), _ -> new ArrayList<>())
                        .add(deed));
        try (var judges = Executors.newFixedThreadPool(AT_ONCE)) {
            told.complaints()
                    .forEach(complaint -> judges.execute(
                            () -> oneStory(complaint, deeds.getOrDefault(complaint.id(), List.of()), refused)));
        }
    }

    private void oneStory(Complaint complaint, List<Deed> deeds, Set<String> refused) {
        try {
            var timeline = timeline(complaint);
            tellsTheSame(complaint, timeline);
            deeds.stream()
                    .filter(deed -> deed.act().speaks())
                    .forEach(deed -> saidOnce(deed, timeline, refused.contains(deed.words())));
        } catch (Door.Unanswered never) {
            find(String.valueOf(never.getMessage()));
        }
    }

    private JsonNode timeline(Complaint complaint) {
        return door.lookAt("/api/intake/v1/complaints/" + complaint.number() + "/timeline", complaint.secret())
                .body();
    }

    private void tellsTheSame(Complaint complaint, JsonNode timeline) {
        var routed = door.look(Officers.COORDINATOR, "/api/routing/v1/cases/" + complaint.id())
                .body();
        var state = routed.path("state").asText();
        var citizen = timeline.path("status").asText();
        if (!shown(state).equals(citizen)) {
            find("%s is %s at routing, the citizen reads %s".formatted(complaint.number(), state, citizen));
        }
        if (!WITHOUT_A_DESK.contains(state)) {
            onTheDesk(complaint, state, routed.path("agency").asText());
        }
    }

    private void onTheDesk(Complaint complaint, String state, String agency) {
        var desk = Map.of("dlh", Officers.AGENCY, "dpupr", Officers.NEXT).get(agency);
        if (desk != null) {
            var status = door.look(desk, "/api/response/v1/cases/" + complaint.id())
                    .body()
                    .path("status")
                    .asText("not there");
            if (!shown(status).equals(shown(state))) {
                find("%s is %s at routing, the desk shows %s".formatted(complaint.number(), state, status));
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

    private void saidOnce(Deed deed, JsonNode timeline, boolean refused) {
        var times = 0;
        for (var entry : timeline.path("entries")) {
            times += said(entry.path("words")).equals(deed.words()) ? 1 : 0;
        }
        if (times > 1 || times == 0 && !refused) {
            find("%s: %s was granted, stands %d times in the story and its author was %s"
                    .formatted(deed.complaint().number(), deed.act(), times, refused ? "told so" : "told nothing"));
        }
    }

    /** The first line; what an answer goes on with is the platform's. */
    private static String said(JsonNode words) {
        return words.asText().lines().findFirst().orElse("");
    }

    private void imported() throws IOException, SQLException {
        var rows = told.imports().stream().mapToLong(Import::rows).sum();
        var known = count(
                Service.REPORTING,
                "select count(*) from complaint_fact where source is not null and month is not null");
        if (rows != known) {
            find("%d rows were taken over, the recap knows %d".formatted(rows, known));
        }
    }

    private void noDeadLetters() throws IOException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.kafka()))) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.endsWith(".dlq"))
                    .toList();
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((topic, described) -> described
                            .partitions()
                            .forEach(partition ->
                                    ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            admin.listOffsets(ends).all().get().forEach((partition, end) -> {
                if (end.offset() > 0) {
                    find("%d dead letters in %s".formatted(end.offset(), partition.topic()));
                }
            });
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not tell of its dead letters", e);
        }
    }

    private void wholeChains() throws InterruptedException {
        var path = "/api/reporting/v1/audits/surakarta";
        door.insist(HEAD, path, Door.JSON.createObjectNode());
        var report = door.look(HEAD, path).body();
        while (report.path("endedAt").isMissingNode()) {
            TimeUnit.SECONDS.sleep(1);
            report = door.look(HEAD, path).body();
        }
        report.path("findings")
                .forEach(finding -> find("the audit finds at %s: %s"
                        .formatted(
                                finding.path("place").asText(),
                                finding.path("says").asText())));
        out.printf("  the audit computed %d digests%n", report.path("checked").asLong());
    }

    private Set<UUID> ids(Service service) throws IOException, SQLException {
        var ids = new HashSet<UUID>();
        try (var connection = platform.connect(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(COMPLAINTS.getOrDefault(service, ""))) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private long count(Service service, String sql) throws IOException, SQLException {
        try (var connection = platform.connect(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
