package id.tanggap.bench.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.tanggap.dispatch.Wording;
import id.tanggap.learning.Example;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the decisions in a JSON Lines file, the oldest first. */
final class Decisions {
    /** Only this source says for each complaint which agency it went to. */
    static final String SOURCE = "surabaya-mediacenter-2022-2023";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Decisions() {}

    /** @throws IOException with a message that names the file and, where it can, the line, but no text */
    static List<Decision> read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("There is no file " + file + " that can be read");
        }
        // Bytes that are no UTF-8 become replacement characters, not a failure without a line.
        var decisions = read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1), file);
        if (decisions.isEmpty()) {
            throw new IOException(file + " holds no row of the source " + SOURCE);
        }
        decisions.sort(Comparator.comparing(Decision::received));
        return decisions;
    }

    private static List<Decision> read(String[] lines, Path file) throws IOException {
        var decisions = new ArrayList<Decision>();
        for (int number = 1; number <= lines.length; number++) {
            var where = file + ":" + number;
            var row = lines[number - 1].isBlank() ? MissingNode.getInstance() : row(lines[number - 1], where);
            if (row.path("source").asText().equals(SOURCE)) {
                decisions.add(decision(row, where, number));
            }
        }
        return decisions;
    }

    private static JsonNode row(String line, String where) throws IOException {
        try {
            var row = JSON.readTree(line);
            if (row.isObject()) {
                return row;
            }
        } catch (JsonProcessingException _) {
            // Answered below, like JSON of another kind; its own message quotes the line.
        }
        throw new IOException(where + " is no JSON object");
    }

    private static Decision decision(JsonNode row, String where, int number) throws IOException {
        var text = field(row, "text", where);
        var example = new Example(
                Integer.toString(number),
                Wording.of(null, text),
                row.path("location").textValue(),
                field(row, "agency", where));
        try {
            return new Decision(
                    example,
                    row.path("category").textValue(),
                    LocalDateTime.parse(field(row, "date", where)),
                    Split.hash(text));
        } catch (DateTimeParseException _) {
            throw new IOException(where + " has a date that is not like 2022-01-31T08:00:00");
        }
    }

    private static String field(JsonNode row, String name, String where) throws IOException {
        var value = row.path(name).textValue();
        if (value == null) {
            throw new IOException(where + " has no " + name);
        }
        return value;
    }
}
