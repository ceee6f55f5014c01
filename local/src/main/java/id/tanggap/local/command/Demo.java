package id.tanggap.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Rest;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * {@code --demo}: a handful of invented complaints go the whole way, so that no screen is empty. Everything goes
 * through the front door as it would for people; repeated on the same data it changes nothing.
 */
public final class Demo {
    /** What stands in the marker when all went well. */
    static final String DONE = "done";

    private static final int POLLS = 240;
    private static final long POLL_MILLIS = 500;
    /** The ends of the demonstration's user names. */
    private static final Map<String, String> SUFFIXES = Map.of("surakarta", "solo", "karanganyar", "kra");

    private static final String ACCEPTED = "ACCEPTED";
    private static final String ANSWERED = "ANSWERED";
    private static final String OFFERED = "OFFERED";

    private final Workspace workspace;
    private final Secrets secrets;
    private final Console console;
    private final Rest rest;
    private final Map<String, Map<String, String>> logins = new HashMap<>();

    public Demo(Workspace workspace, Secrets secrets, Console console) {
        this.workspace = workspace;
        this.secrets = secrets;
        this.console = console;
        rest = new Rest("http://" + workspace.address(Port.EDGE));
    }

    /** @return what a command exits with */
    public int run() throws InterruptedException {
        console.say("Sending a few invented complaints through every service");
        String outcome = DONE;
        try {
            List<Filed> filed = file();
            Map<String, JsonNode> cases = awaitCases(filed);
            work(filed, cases);
            console.say("The demonstration's complaints are in the queues");
        } catch (IOException e) {
            console.say("The demonstration did not get through: " + e.getMessage());
            outcome = "failed";
        }
        note(outcome);
        return outcome.equals(DONE) ? Exit.OK : Exit.FAILED;
    }

    private void note(String outcome) {
        try {
            Files.writeString(marker(workspace), outcome);
        } catch (IOException e) {
            console.say("The end of the demonstration could not be noted: " + e.getMessage());
        }
    }

    static Path marker(Workspace workspace) {
        return workspace.run("demo");
    }

    /** A complaint of the script with the number it was given. */
    private record Filed(JsonNode script, String number, String secret) {
        String government() {
            return script.path("complaint").path("government").asText();
        }
    }

    private List<Filed> file() throws IOException {
        List<Filed> filed = new ArrayList<>();
        Map<String, String> replay = bearer(Map.of(
                "grant_type", "client_credentials",
                "client_id", "tanggap-replay",
                "client_secret", secrets.get(Secrets.REPLAY_CLIENT)));
        for (JsonNode script : script()) {
            Map<String, String> headers = new HashMap<>(replay);
            headers.put("Idempotency-Key", script.path("key").asText());
            JsonNode receipt = rest.post("/api/intake/v1/complaints", headers, script.path("complaint"));
            filed.add(new Filed(
                    script,
                    receipt.path("number").asText(),
                    receipt.path("secret").asText()));
        }
        return filed;
    }

    private static JsonNode script() throws IOException {
        try (InputStream script = Demo.class.getResourceAsStream("demo.json")) {
            return Rest.JSON.readTree(script);
        }
    }

    /** The cases by complaint number, as the coordinators see them. */
    private Map<String, JsonNode> awaitCases(List<Filed> filed) throws IOException, InterruptedException {
        Set<String> missing = filed.stream().map(Filed::number).collect(Collectors.toCollection(HashSet::new));
        Map<String, JsonNode> cases = new HashMap<>();
        for (int poll = 0; poll < POLLS; poll++) {
            look(filed, cases);
            missing.removeAll(cases.keySet());
            if (missing.isEmpty()) {
                return cases;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new IOException("no agency's queue shows " + missing);
    }

    private void look(List<Filed> filed, Map<String, JsonNode> cases) throws IOException {
        for (Filed one : filed) {
            String coordinator = "koordinator." + SUFFIXES.get(one.government());
            if (isClaimed(one) || isLeftToTheGroup(one)) {
                collect("/api/routing/v1/offered?limit=100", coordinator, one, cases);
            }
            claim(filed, cases);
            collect("/api/response/v1/cases?limit=100&text=" + one.number(), coordinator, one, cases);
        }
    }

    /** Takes from the group what the script says, once it is there. */
    private void claim(List<Filed> filed, Map<String, JsonNode> cases) throws IOException {
        for (Filed one : filed) {
            if (isClaimed(one) && isOffered(one, cases)) {
                String admin =
                        "admin." + one.script().path("claimedBy").asText() + "." + SUFFIXES.get(one.government());
                String id = cases.getOrDefault(one.number(), MissingNode.getInstance())
                        .path("id")
                        .asText();
                rest.post("/api/routing/v1/cases/" + id + "/claim", login(admin), Rest.JSON.createObjectNode());
                cases.remove(one.number());
            }
        }
    }

    private static boolean isClaimed(Filed one) {
        return one.script().has("claimedBy");
    }

    private static boolean isLeftToTheGroup(Filed one) {
        return OFFERED.equals(one.script().path("outcome").asText());
    }

    private static boolean isOffered(Filed one, Map<String, JsonNode> cases) {
        return cases.getOrDefault(one.number(), MissingNode.getInstance())
                .path("state")
                .asText()
                .equals("FORWARDED");
    }

    /** Of the list, which may be a year's, what was filed here. */
    private void collect(String path, String user, Filed one, Map<String, JsonNode> cases) throws IOException {
        String after = "";
        do {
            JsonNode page = rest.get(path + after, login(user));
            page.path("items").forEach(item -> {
                if (item.path("number").asText().equals(one.number())) {
                    cases.put(one.number(), item);
                }
            });
            String next = page.path("next").asText("");
            after = next.isEmpty() || next.equals("null") ? "" : "&after=" + next;
        } while (!after.isEmpty());
    }

    /** Accepts and answers what the script says, as the agency that the complaint was dispatched to. */
    private void work(List<Filed> filed, Map<String, JsonNode> cases) throws IOException {
        for (Filed one : filed) {
            JsonNode dispatched = cases.getOrDefault(one.number(), MissingNode.getInstance());
            String agency = dispatched.path("agency").asText("").replace("null", "");
            String outcome = one.script().path("outcome").asText("");
            if (List.of(ACCEPTED, ANSWERED).contains(outcome)
                    && dispatched.path("status").asText().equals("DISPATCHED")) {
                String admin = "admin." + agency + "." + SUFFIXES.get(one.government());
                act(
                        dispatched.path("id").asText(),
                        outcome,
                        one.script().path("answer").asText(),
                        admin);
            }
            console.say(String.format(
                    Locale.ROOT,
                    "  %s  rahasia %s  %-12s %-14s %s",
                    one.number(),
                    one.secret(),
                    one.government(),
                    agency,
                    outcome.toLowerCase(Locale.ROOT)));
        }
    }

    private void act(String id, String outcome, String answer, String admin) throws IOException {
        Map<String, String> token = login(admin);
        String path = "/api/response/v1/cases/" + id;
        rest.post(path + "/accept", token, Rest.JSON.createObjectNode());
        if (outcome.equals(ANSWERED)) {
            ObjectNode body = Rest.JSON.createObjectNode().put("text", answer);
            rest.post(path + "/answer", token, body);
        }
    }

    private Map<String, String> login(String user) throws IOException {
        Map<String, String> known = logins.get(user);
        if (known == null) {
            known = bearer(Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "tanggap-demo",
                    "client_secret",
                    secrets.get(Secrets.DEMO_CLIENT),
                    "username",
                    user,
                    "password",
                    secrets.get(Secrets.DEMO_PASSWORD)));
            logins.put(user, known);
        }
        return known;
    }

    private Map<String, String> bearer(Map<String, String> grant) throws IOException {
        JsonNode token = rest.postForm("/auth/realms/tanggap/protocol/openid-connect/token", grant);
        return Map.of("Authorization", "Bearer " + token.path("access_token").asText());
    }
}
