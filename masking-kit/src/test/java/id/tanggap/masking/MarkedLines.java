package id.tanggap.masking;

import id.tanggap.masking.text.Mark;
import id.tanggap.masking.text.MarkedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Files of texts in which somebody marked what identifies a person, and what masking makes of them. */
final class MarkedLines {
    static final Surroundings SOLO = Surroundings.of(
            List.of("dishubsolo", "pemkotsolo", "perumdatirtasolo", "dispendukcapilsolo", "pemkabkaranganyar"),
            List.of("Jebres", "Laweyan", "Banjarsari", "Mojosongo", "Kadipiro", "Nusukan", "Sudiroprajan", "Colomadu"),
            List.of("SKA", "KRA"));

    private MarkedLines() {}

    static List<MarkedLine> read(String name) {
        try (var file = Objects.requireNonNull(MarkedLines.class.getResourceAsStream("/masking/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(MarkedLine::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Mark> found(MarkedLine line) {
        return Masking.in(SOLO).of(line.complainant()).marks(line.text());
    }

    static String part(MarkedLine line, int from, int to) {
        return line.text().substring(from, to);
    }
}
