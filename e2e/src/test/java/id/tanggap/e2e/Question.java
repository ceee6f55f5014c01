package id.tanggap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody asks of the platform: a page's data, a file, or the vault.
 *
 * @param who one of the demonstration's people, or {@code warga:} and a name from the receipts
 * @param body what is sent to the vault, which wants to know the purpose; null for all others
 */
record Question(String who, String path, @Nullable String body) {
    private static final String AUTUMN = "from=2026-09-01&to=2026-11-30";
    private static final String BEFORE_THE_STORY_ENDED = "from=2026-09-01T00:00:00Z&to=2026-11-25T00:00:00Z";
    private static final String PURPOSE = "{\"purpose\":\"memeriksa data lama\"}";
    private static final List<String> DESKS = List.of(
            "admin.dishub.solo",
            "lalin.dishub.solo",
            "admin.dpupr.solo",
            "admin.inspektorat.solo",
            "koordinator.solo",
            "kepala.solo",
            "sekda.solo",
            "auditor.solo",
            "admin.dpupr.kra",
            "koordinator.kra",
            "kepala.kra");

    static Question get(String who, String path) {
        return new Question(who, path, null);
    }

    static Question of(JsonNode told) {
        return new Question(
                told.path("who").asText(),
                told.path("path").asText(),
                told.path("body").textValue());
    }

    /** Of a month that runs only the figures: it ends, and is then compiled, wherever the data comes to life. */
    ObjectNode with(JsonNode answer) {
        if (path.endsWith("version=now")) {
            ((ObjectNode) answer.path("says")).retain("figures");
        }
        ObjectNode told = FrontDoor.JSON.createObjectNode().put("who", who).put("path", path);
        if (body != null) {
            told.put("body", body);
        }
        return told.set("answer", answer);
    }

    /** For a file whose bytes may be others than they were, while what it shows is the same. */
    boolean isForEvidence() {
        return path.contains("/evidence/");
    }

    boolean isForCsv() {
        return path.contains("format=csv");
    }

    /** Every page that shows something of the kept complaints, to each who may see it and to some who may not. */
    static List<Question> all(Map<String, JsonNode> receipts) {
        List<Question> all = new ArrayList<>();
        receipts.forEach((name, receipt) -> all.addAll(complaint(name, receipt)));
        DESKS.forEach(user -> all.addAll(desk(user)));
        all.addAll(government("surakarta", "solo"));
        all.addAll(government("karanganyar", "kra"));
        all.addAll(archive());
        return all;
    }

    private static List<Question> complaint(String name, JsonNode receipt) {
        String id = receipt.path("id").asText();
        String number = receipt.path("number").asText();
        String town = number.startsWith("SKA") ? "solo" : "kra";
        String admin = town.equals("solo") ? "admin.dishub.solo" : "admin.dpupr.kra";
        List<Question> questions = new ArrayList<>(List.of(
                get("warga:" + name, "/api/intake/v1/complaints/" + number + "/timeline"),
                get("koordinator." + town, "/api/routing/v1/cases/" + id),
                get("koordinator." + town, "/api/routing/v1/cases/" + id + "/clocks"),
                get("koordinator." + town, "/api/response/v1/cases/" + id),
                get("lalin.dishub.solo", "/api/response/v1/cases/" + id),
                get(admin, "/api/response/v1/cases/" + id),
                new Question("koordinator." + town, "/api/intake/v1/complaints/" + id + "/identity", PURPOSE),
                new Question(admin, "/api/intake/v1/complaints/" + id + "/identity", PURPOSE),
                new Question(admin, "/api/intake/v1/complaints/" + id + "/disclosure", PURPOSE)));
        if (receipt.path("receivedAt").asText().compareTo("2026-11") < 0) {
            questions.add(get("warga:" + name, "/api/reporting/v1/proofs/" + number));
        }
        return questions;
    }

    private static List<Question> desk(String user) {
        return Stream.of("me", "cases?limit=200&sort=OLDEST", "counts", "templates", "people")
                .map(path -> get(user, "/api/response/v1/" + path))
                .toList();
    }

    private static List<Question> government(String id, String town) {
        String coordinator = "koordinator." + town;
        String head = "kepala." + town;
        List<Question> questions = new ArrayList<>(List.of(
                get(coordinator, "/api/routing/v1/undecided?limit=200"),
                get(coordinator, "/api/routing/v1/offered?limit=200"),
                get(coordinator, "/api/routing/v1/misrouting?" + AUTUMN),
                get(coordinator, "/api/routing/v1/conformance?" + AUTUMN),
                get(coordinator, "/api/routing/v1/automatic-dispatch"),
                get(coordinator, "/api/notification/v1/deliveries?limit=200"),
                get(head, "/api/reporting/v1/recaps/" + id + "?before=2026-10"),
                get(head, "/api/reporting/v1/recaps/" + id + "/2026-11?version=now")));
        for (String month : List.of("2019-03", "2026-09", "2026-10", "2026-11")) {
            questions.add(get(head, "/api/reporting/v1/records/" + id + "?format=json&month=" + month));
            questions.add(get(head, "/api/reporting/v1/records/" + id + "?format=csv&audience=recap&month=" + month));
        }
        for (String version : List.of("2026-09?version=1", "2026-09?version=2", "2026-10?version=1")) {
            questions.add(get(head, "/api/reporting/v1/recaps/" + id + "/" + version));
        }
        return questions;
    }

    private static List<Question> archive() {
        String september = "/api/reporting/v1/recaps/surakarta/2026-09/versions/2/";
        return List.of(
                get("arsip.solo", september + "proof"),
                get("arsip.solo", september + "documents/xlsx/file"),
                get("arsip.solo", september + "documents/docx/file"),
                get("auditor.solo", "/api/reporting/v1/audits/surakarta"),
                get("auditor.solo", "/api/intake/v1/vault/accesses?limit=200&" + BEFORE_THE_STORY_ENDED),
                get("analis.solo", "/api/intake/v1/imports"));
    }

    @Override
    public String toString() {
        return who + " " + path + " ";
    }
}
