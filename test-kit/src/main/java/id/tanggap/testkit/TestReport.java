package id.tanggap.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a run of all tests ends with: the slowest classes, every skip with its reason, and the sums. The JDK runs it from
 * this source file, since the build may have failed before anything was compiled.
 */
final class TestReport {
    static final String NO_REAL_COMPLAINTS = "the real complaints are not beside this checkout (../shared/data)";
    static final String NO_LIBRE_OFFICE = "no LibreOffice: install the Debian package libreoffice-calc-nogui";

    /** The reasons for which CI may skip a test. */
    private static final List<String> ALLOWED = List.of(NO_REAL_COMPLAINTS, NO_LIBRE_OFFICE);

    private static final int SLOWEST = 10;
    private static final int FAILURE = 1;

    /** One class of tests, as Surefire reports it. */
    private record Suite(String module, String name, double seconds, int tests, int failed, int skipped) {}

    private record Skip(String test, String reason) {}

    private final List<Suite> suites = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();

    /** Arguments: the root of the checkout. Exits with 1 when CI skipped what it must not skip. */
    public static void main(String[] arguments) throws IOException {
        var report = of(Path.of(arguments[0]));
        System.out.print(report.text());
        if ("true".equals(System.getenv("CI")) && !report.isWhole()) {
            System.out.println("A test that is skipped here proves nothing: this counts as a failure.");
            System.exit(FAILURE);
        }
    }

    /** The reports of all modules of the checkout. */
    static TestReport of(Path root) throws IOException {
        var report = new TestReport();
        try (var modules = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (var module : modules) {
                report.readModule(module);
            }
        }
        return report;
    }

    private void readModule(Path module) throws IOException {
        var reports = module.resolve("target/surefire-reports");
        if (Files.isDirectory(reports)) {
            try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
                for (var file : files) {
                    read(String.valueOf(module.getFileName()), file);
                }
            }
        }
    }

    /** Whether nothing was skipped but what may be. */
    boolean isWhole() {
        return skips.stream().allMatch(skip -> ALLOWED.stream().anyMatch(skip.reason()::contains));
    }

    String text() {
        return Stream.of(slowest(), skipped(), Stream.of("", sums()))
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    private Stream<String> slowest() {
        var lines = suites.stream()
                .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
                .limit(SLOWEST)
                .map(suite ->
                        String.format(Locale.ROOT, "%7.1f s  %s (%s)", suite.seconds(), suite.name(), suite.module()));
        return Stream.concat(Stream.of("", "The slowest classes:"), lines);
    }

    private Stream<String> skipped() {
        var lines = skips.stream().map(skip -> "  " + skip.test() + ": " + skip.reason());
        return Stream.concat(Stream.of("", skips.size() + " skipped" + (skips.isEmpty() ? "" : ":")), lines);
    }

    private String sums() {
        var failed = sum(Suite::failed);
        var skipped = sum(Suite::skipped);
        return (sum(Suite::tests) - failed - skipped) + " passed, " + failed + " failed, " + skipped + " skipped";
    }

    private int sum(ToIntFunction<Suite> count) {
        return suites.stream().mapToInt(count).sum();
    }

    private void read(String module, Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(bytes);
            var test = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    test = element(xml, module, test);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("Not a report: " + file, e);
        }
    }

    /** Returns the test that the elements to come belong to. */
    private String element(XMLStreamReader xml, String module, String test) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "testsuite" -> suites.add(suite(xml, module));
            case "skipped" -> skips.add(new Skip(test, reason(xml)));
            case "testcase" -> {
                return xml.getAttributeValue(null, "classname").replaceFirst("^[a-z0-9.]+\\.(?=[A-Z])", "") + "."
                        + xml.getAttributeValue(null, "name");
            }
            default -> {}
        }
        return test;
    }

    private static Suite suite(XMLStreamReader xml, String module) {
        return new Suite(
                module,
                xml.getAttributeValue(null, "name"),
                // Thousands are set apart by commas.
                Double.parseDouble(xml.getAttributeValue(null, "time").replace(",", "")),
                number(xml, "tests"),
                number(xml, "errors") + number(xml, "failures"),
                number(xml, "skipped"));
    }

    private static int number(XMLStreamReader xml, String attribute) {
        return Integer.parseInt(xml.getAttributeValue(null, attribute));
    }

    /** Surefire tells it as an attribute, or as the first line of what was thrown. */
    private static String reason(XMLStreamReader xml) throws XMLStreamException {
        var attribute = xml.getAttributeValue(null, "message");
        var message =
                attribute == null ? xml.getElementText().lines().findFirst().orElse("") : attribute;
        var reason = message.replaceFirst("^[a-z0-9.]+\\.[A-Z]\\w+: ", "").replaceFirst("^Assumption failed: ", "");
        return reason.isBlank() ? "no reason given" : reason;
    }

    private TestReport() {}
}
