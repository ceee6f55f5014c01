package id.tanggap.intake.past.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What stands between the cells of a text file: what its first line says, as Excel writes it, or that by which most of its
 * first rows have as many cells as each other, as a heading and what stands below it do, and a title above does not.
 */
final class Separator {
    private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');
    private static final Pattern SAID = Pattern.compile("\"?sep=([^\\p{L}\\p{N}\"])\"?\\R?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SAYING = 10;
    private static final int LOOKED_AT = 32 * 1024;
    private static final int FEWEST_CELLS = 2;

    /** By how much a separator speaks for itself. */
    private record Agreement(long rows, int cells) {
        static final Agreement NONE = new Agreement(0, 0);
        static final Comparator<Agreement> ORDER =
                Comparator.comparingLong(Agreement::rows).thenComparingInt(Agreement::cells);

        static Agreement of(Map.Entry<Integer, Long> rowsByCells) {
            return new Agreement(rowsByCells.getValue(), rowsByCells.getKey());
        }
    }

    /** What the file says is read over; otherwise the reader stays where it was. */
    static char of(BufferedReader text) throws IOException {
        var said = said(text);
        return said.isPresent() ? said.get() : found(peek(text, LOOKED_AT));
    }

    private static Optional<Character> said(BufferedReader text) throws IOException {
        var match = SAID.matcher(peek(text, LONGEST_SAYING));
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        text.skip(match.end());
        return Optional.of(match.group(1).charAt(0));
    }

    private static String peek(BufferedReader text, int letters) throws IOException {
        text.mark(letters);
        var into = new char[letters];
        var read = 0;
        for (int more = 0; more >= 0 && read < letters; read += Math.max(0, more)) {
            more = text.read(into, read, letters - read);
        }
        text.reset();
        return new String(into, 0, read);
    }

    private static char found(String beginning) {
        return KNOWN.stream()
                .max(Comparator.comparing(separator -> agreement(beginning, separator), Agreement.ORDER))
                .orElseThrow();
    }

    private static Agreement agreement(String beginning, char separator) {
        var format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
        try (var rows = CSVParser.parse(beginning, format)) {
            return rows.stream()
                    .map(CSVRecord::size)
                    .filter(cells -> cells >= FEWEST_CELLS)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(Agreement::of)
                    .max(Agreement.ORDER)
                    .orElse(Agreement.NONE);
        } catch (IOException | UncheckedIOException | IllegalStateException otherQuotes) {
            return Agreement.NONE;
        }
    }

    private Separator() {}
}
