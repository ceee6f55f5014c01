package id.tanggap.intake.past.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What stands between the cells of a text file: what its first line says, as Excel writes it, or that by which a row reads
 * like a heading and most of those below have as many cells. A title above reads like one too, but no rows are below it.
 */
final class Separator {
    private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');
    private static final Pattern SAID = Pattern.compile("\"?sep=([^\\p{L}\\p{N}\"])\"?\\R?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SAYING = 10;
    private static final int LOOKED_AT = 32 * 1024;
    private static final int MOST_ROWS = 200;
    private static final int FEWEST_CELLS = 2;
    private static final int LONGEST_NAME = 60;
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /**
     * By how much a separator speaks for itself.
     *
     * @param heading whether a row reads like a heading
     * @param rows that have as many cells
     */
    private record Agreement(boolean heading, long rows, int cells) {
        static final Agreement NONE = new Agreement(false, 0, 0);
        static final Comparator<Agreement> ORDER = Comparator.comparing(Agreement::heading)
                .thenComparingLong(Agreement::rows)
                .thenComparingInt(Agreement::cells);

        static Agreement of(CSVRecord first, List<CSVRecord> below) {
            var rows = below.stream()
                    .filter(row -> row.size() == first.size() && !isHeading(row))
                    .count();
            return new Agreement(isHeading(first), rows, first.size());
        }

        private static boolean isHeading(CSVRecord row) {
            return row.stream()
                    .noneMatch(cell ->
                            cell.length() > LONGEST_NAME || DIGIT.matcher(cell).find());
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
        var all = rows(beginning, separator);
        return IntStream.range(0, all.size())
                .filter(row -> all.get(row).size() >= FEWEST_CELLS)
                .mapToObj(row -> Agreement.of(all.get(row), all.subList(row + 1, all.size())))
                .max(Agreement.ORDER)
                .orElse(Agreement.NONE);
    }

    /** As many as can be read: the beginning may end within a cell, and a row's quotes may be wrong. */
    private static List<CSVRecord> rows(String beginning, char separator) {
        var format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
        var read = new ArrayList<CSVRecord>();
        try (var rows = CSVParser.parse(beginning, format)) {
            rows.stream().limit(MOST_ROWS).forEach(read::add);
        } catch (IOException | UncheckedIOException | IllegalStateException otherQuotes) {
            return read;
        }
        return read;
    }

    private Separator() {}
}
