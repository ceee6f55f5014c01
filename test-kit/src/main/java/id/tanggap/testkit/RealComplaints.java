package id.tanggap.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real complaints that may lie beside the checkout. No text of them is ever committed, nor printed. */
public final class RealComplaints {
    /** Seen from a module, where its tests run. */
    private static final Path FILE = Path.of("../../shared/data/complaints-id.jsonl");

    /** Their file, a JSON object a line; where it is missing the calling test is skipped, which even CI allows. */
    public static Path orSkip() {
        Assumptions.assumeTrue(Files.exists(FILE), TestReport.NO_REAL_COMPLAINTS);
        return FILE;
    }

    private RealComplaints() {}
}
