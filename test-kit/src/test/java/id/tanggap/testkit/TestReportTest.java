package id.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestReportTest {
    @TempDir
    Path root;

    @Test
    void tellsTheTenSlowestClassesAndTheSumsOfAllModules() throws IOException {
        for (var i = 1; i <= 12; i++) {
            report(i % 2 == 0 ? "intake-service" : "clock-kit", "id.tanggap.C" + i, i + ".5", "");
        }

        var slowest = IntStream.iterate(12, i -> i > 2, i -> i - 1)
                .mapToObj(i -> "%7.1f s  id.tanggap.C%d (%s)"
                        .formatted(i + 0.5, i, i % 2 == 0 ? "intake-service" : "clock-kit"))
                .collect(Collectors.joining("\n"));
        assertThat(TestReport.of(root).text())
                .isEqualTo("\nThe slowest classes:\n" + slowest + "\n\n0 skipped\n\n12 passed, 0 failed, 0 skipped\n");
    }

    @Test
    void readsThousandsOfSeconds() throws IOException {
        report("intake-service", "id.tanggap.Slow", "1,234.5", "");

        assertThat(TestReport.of(root).text()).contains(" 1234.5 s  id.tanggap.Slow");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            message="no Chromium"                             | no Chromium      | false
            message="Assumption failed: no Node" type="X"     | no Node          | false
            type="X"                                          | no reason given  | false
            message="the real complaints are not beside this checkout (../shared/data)" \
            | the real complaints are not beside this checkout (../shared/data)  | true
            """)
    void tellsWhyATestIsSkippedAndWhetherCiMayGoOn(String attributes, String reason, boolean whole) throws IOException {
        report("e2e", "id.tanggap.e2e.Journey", "1", "<skipped " + attributes + "/>");

        var report = TestReport.of(root);

        assertThat(report.text())
                .contains("1 skipped:\n  Journey.goes: " + reason + "\n")
                .endsWith("\n0 passed, 0 failed, 1 skipped\n");
        assertThat(report.isWhole()).isEqualTo(whole);
    }

    @Test
    void readsTheReasonOfWhatWasThrown() throws IOException {
        report("reporting-service", "id.tanggap.RecordFileTest", "1", """
                <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: \
                Assumption failed: no LibreOffice: install the Debian package libreoffice-calc-nogui
                \tat org.junit.jupiter.api.Assumptions.assumeTrue(Assumptions.java:127)
                ]]></skipped>
                """);

        var report = TestReport.of(root);

        assertThat(report.text()).contains("goes: no LibreOffice: install the Debian package libreoffice-calc-nogui\n");
        assertThat(report.isWhole()).isTrue();
    }

    @Test
    void countsFailuresAndErrorsAlike() throws IOException {
        report("e2e", "id.tanggap.e2e.A", "1", "<failure/>");
        report("e2e", "id.tanggap.e2e.B", "1", "<error/>");

        assertThat(TestReport.of(root).text()).endsWith("\n0 passed, 2 failed, 0 skipped\n");
    }

    private void report(String module, String suite, String time, String outcome) throws IOException {
        var directory = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
        Files.writeString(directory.resolve("TEST-" + suite + ".xml"), """
                <testsuite name="%s" time="%s" tests="1" errors="%d" skipped="%d" failures="%d">
                  <testcase name="goes" classname="%s">%s</testcase>
                </testsuite>
                """.formatted(
                        suite,
                        time,
                        count(outcome, "<error"),
                        count(outcome, "<skipped"),
                        count(outcome, "<failure"),
                        suite,
                        outcome));
    }

    private static int count(String outcome, String element) {
        return outcome.startsWith(element) ? 1 : 0;
    }
}
