package id.tanggap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the platform told people about a kept set, question by question, and what it tells now. */
final class Told {
    private static final String FILE = "told.json";
    private static final String CITIZEN = "warga:";

    /** For the address of whichever platform was asked. */
    private static final String PUBLIC = "https://tanggap.example";

    /** What is told otherwise, and is meant to be. */
    private static final List<Pattern> MEANT = Stream.of(
                    // The promised date had passed with the answer; that of the objection comes with its clock's next
                    // event.
                    "warga:keberatan .*/says/dueAt: .* -> gone",
                    // An objection goes one level up (ADR 45).
                    ".*/says/needsApproval: false -> true",
                    ".*/says/actions/\\d+/because: \"Jawaban aduan ini tidak memerlukan persetujuan.\" -> .*",
                    ".*/says/actions/9/allowed: true -> false")
            .map(Pattern::compile)
            .toList();

    private final KeptSet set;
    private final FrontDoor door;
    private final Map<String, JsonNode> receipts;
    private final Map<String, Map<String, String>> logins = new TreeMap<>();

    Told(KeptSet set, FrontDoor door) throws IOException {
        this.set = set;
        this.door = door;
        receipts = KeptStory.receipts(set);
    }

    /** Asks everything and writes it down, one answer a line, so that a difference shows the question. */
    void keep() throws IOException, InterruptedException {
        ArrayNode told = FrontDoor.JSON.createArrayNode();
        for (Question question : Question.all(receipts)) {
            told.add(question.with(ask(question)));
        }
        for (Question question : evidence(told)) {
            told.add(question.with(ask(question)));
        }
        List<String> lines = new ArrayList<>();
        told.forEach(one -> lines.add(one.toString()));
        Files.writeString(set.file(FILE), "[\n" + String.join(",\n", lines) + "\n]\n");
    }

    /** Asks everything again: where the answers differ. */
    List<String> differences() throws IOException, InterruptedException {
        return differences("");
    }

    /** Likewise, of the questions whose path begins with this. */
    List<String> differences(String path) throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        for (JsonNode one : set.json(FILE)) {
            Question question = Question.of(one);
            if (question.path().startsWith(path) && !question.isForEvidence()) {
                Comparison.of(asAskedNow(question, one.path("answer")), ask(question)).stream()
                        .map(found -> question + found)
                        .filter(found ->
                                MEANT.stream().noneMatch(it -> it.matcher(found).matches()))
                        .forEach(differences::add);
            }
        }
        return differences;
    }

    private static JsonNode asAskedNow(Question question, JsonNode answer) {
        return question.isForCsv() && answer.isObject()
                ? ((ObjectNode) answer.deepCopy()).set("says", Csv.rows(answer.path("says")))
                : answer;
    }

    /** Every file that somebody was given with the set, as that one is given it now. */
    List<byte[]> evidence() throws IOException, InterruptedException {
        List<byte[]> files = new ArrayList<>();
        for (JsonNode one : set.json(FILE)) {
            Question question = Question.of(one);
            if (question.isForEvidence()) {
                files.add(door.download(question.path(), headers(question.who())));
            }
        }
        return files;
    }

    /** The proof of a complaint that its citizen is given now. */
    JsonNode proof(String name) throws IOException, InterruptedException {
        String citizen = CITIZEN + name;
        String number = receipts.getOrDefault(name, MissingNode.getInstance())
                .path("number")
                .asText();
        return door.get("/api/reporting/v1/proofs/" + number, headers(citizen))
                .orFail()
                .json()
                .path("proof");
    }

    private JsonNode ask(Question question) throws IOException, InterruptedException {
        Map<String, String> headers = headers(question.who());
        FrontDoor.Answer answer = (question.body() == null
                        ? door.get(question.path(), headers)
                        : door.post(question.path(), question.body(), headers))
                .at(PUBLIC);
        ObjectNode told = FrontDoor.JSON.createObjectNode().put("status", answer.status());
        return told.set(
                "says",
                switch (answer.type()) {
                    case "application/json", "application/problem+json" -> answer.json();
                    case "text/csv" -> Csv.rows(answer.text());
                    case "application/jsonl" -> lines(answer.text());
                    default -> digest(door.download(question.path(), headers));
                });
    }

    private Map<String, String> headers(String who) throws IOException, InterruptedException {
        if (who.startsWith(CITIZEN)) {
            JsonNode receipt = receipts.getOrDefault(who.substring(CITIZEN.length()), MissingNode.getInstance());
            return Map.of("Tanggap-Secret", receipt.path("secret").asText());
        }
        if (!logins.containsKey(who)) {
            logins.put(who, door.as(who));
        }
        return logins.getOrDefault(who, Map.of());
    }

    /** The files that the case files of those who may read them name. */
    private static List<Question> evidence(ArrayNode told) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode one : told) {
            Question file = Question.of(one);
            one.path("answer")
                    .path("says")
                    .path("evidence")
                    .forEach(it -> questions.add(Question.get(
                            file.who(),
                            file.path() + "/evidence/" + it.path("id").asText())));
        }
        return questions;
    }

    private static JsonNode lines(String text) {
        ArrayNode lines = FrontDoor.JSON.createArrayNode();
        text.lines().forEach(lines::add);
        return lines;
    }

    private static JsonNode digest(byte[] file) {
        try {
            return TextNode.valueOf(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
