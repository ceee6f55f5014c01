package id.tanggap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A CSV by what stands in it, whatever its separator and its quotes. */
final class Csv {
    private static final String HEADING = "\uFEFF?\"?NO\"?([,;\t]).*";
    private static final String FIELD = "\\G(?:\"((?:[^\"]|\"\")*)\"|([^\"%1$s\n]*))(%1$s|\n|$)";

    private Csv() {}

    /** A row an object, its cells by the headings of the first line; lines end in one sign. */
    static ArrayNode rows(String text) {
        ArrayNode rows = FrontDoor.JSON.createArrayNode();
        List<List<String>> lines = lines(text);
        for (List<String> line : lines.subList(1, lines.size())) {
            ObjectNode row = rows.addObject();
            for (int column = 0; column < line.size(); column++) {
                row.put(lines.getFirst().get(column), line.get(column));
            }
        }
        return rows;
    }

    /** Of a kept answer, of which earlier versions kept the lines. */
    static JsonNode rows(JsonNode kept) {
        if (!kept.isArray() || !kept.path(0).isTextual()) {
            return kept;
        }
        List<String> lines = new ArrayList<>();
        kept.forEach(line -> lines.add(line.asText()));
        return rows(String.join("\n", lines));
    }

    private static List<List<String>> lines(String text) {
        String plain = text.replace("\r\n", "\n").strip();
        Matcher heading = Pattern.compile(HEADING, Pattern.DOTALL).matcher(plain);
        if (!heading.matches()) {
            throw new IllegalArgumentException(
                    "No record book: " + plain.lines().findFirst());
        }
        Matcher field = Pattern.compile(FIELD.formatted(heading.group(1))).matcher(plain.replace("\uFEFF", ""));
        List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        while (field.find()) {
            lines.getLast()
                    .add(
                            field.group(1) == null
                                    ? field.group(2)
                                    : field.group(1).replace("\"\"", "\""));
            if (field.group(3).equals("\n")) {
                lines.add(new ArrayList<>());
            } else if (field.group(3).isEmpty()) {
                return lines;
            }
        }
        throw new IllegalArgumentException("A field that does not end");
    }
}
