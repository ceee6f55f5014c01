package id.tanggap.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Assumptions;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The spreadsheet that may be installed on this machine, to see what people see who open a file of ours. */
public final class LibreOffice {
    /** Quotes around texts, UTF-8, from the first line on, columns as they come, in Indonesian, special numbers told apart. */
    private static final String HOW = "--infilter=Text - txt - csv (StarCalc):%d,34,76,1,,1057,false,true";

    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    /**
     * @param kind string, float, date; empty for an empty cell
     * @param value as it is stored, of a string with its line breaks
     * @param formula whether something is computed in it
     */
    public record Cell(String kind, String value, boolean formula) {}

    /** The cells of the lines of a CSV; where LibreOffice is missing the calling test is skipped, which even CI allows. */
    public static List<List<Cell>> openOrSkip(byte[] csv, char separator) {
        Assumptions.assumeTrue(isInstalled(), TestReport.NO_LIBRE_OFFICE);
        try {
            var folder = Files.createTempDirectory("libreoffice");
            Files.write(folder.resolve("a.csv"), csv);
            convert(folder, separator);
            return lines(folder.resolve("a.fods"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ParserConfigurationException | SAXException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
    }

    private static void convert(Path folder, char separator) throws IOException, InterruptedException {
        var ended = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        HOW.formatted((int) separator),
                        "--convert-to",
                        "fods",
                        "--outdir",
                        folder.toString(),
                        folder.resolve("a.csv").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("LibreOffice ended with " + ended + ", see " + folder);
        }
    }

    private static List<List<Cell>> lines(Path sheet) throws IOException, ParserConfigurationException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var rows = factory.newDocumentBuilder().parse(sheet.toFile()).getElementsByTagNameNS(TABLE, "table-row");
        return IntStream.range(0, rows.getLength())
                .mapToObj(row -> cells((Element) rows.item(row)))
                .toList();
    }

    private static List<Cell> cells(Element row) {
        return children(row)
                .map(Element.class::cast)
                .flatMap(cell -> Stream.generate(() -> cell(cell)).limit(times(cell, TABLE, "number-columns-repeated")))
                .toList();
    }

    private static int times(Element element, String namespace, String attribute) {
        var times = element.getAttributeNS(namespace, attribute);
        return times.isEmpty() ? 1 : Integer.parseInt(times);
    }

    private static Cell cell(Element cell) {
        var kind = cell.getAttributeNS(OFFICE, "value-type");
        var value =
                switch (kind) {
                    case "date" -> cell.getAttributeNS(OFFICE, "date-value");
                    case "float" -> cell.getAttributeNS(OFFICE, "value");
                    default -> children(cell).map(LibreOffice::text).collect(Collectors.joining("\n"));
                };
        return new Cell(kind, value, cell.hasAttributeNS(TABLE, "formula"));
    }

    /** A paragraph as it is read: the format has signs of its own for blanks that follow each other. */
    private static String text(Node part) {
        if (!(part instanceof Element element)) {
            return part.getNodeValue();
        }
        return switch (element.getLocalName()) {
            case "s" -> " ".repeat(times(element, TEXT, "c"));
            case "tab" -> "\t";
            case "line-break" -> "\n";
            default -> children(element).map(LibreOffice::text).collect(Collectors.joining());
        };
    }

    private static Stream<Node> children(Node parent) {
        var children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(child ->
                        child instanceof Element || parent.getLocalName().equals("p"));
    }

    private LibreOffice() {}
}
