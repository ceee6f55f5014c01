package id.tanggap.proof.verification;

import id.tanggap.proof.file.Recap;
import java.util.List;
import java.util.Map;

/**
 * What was found in a file.
 *
 * @param recap the recap that the file says it is of
 * @param about what the file is about, in Indonesian
 * @param claim what holds of it when the file is intact, in Indonesian
 * @param fields of the entry or of the recap's head by name, as they are shown to the reader
 * @param findings in the order of the checks
 */
public record Verification(
        Recap recap, String about, String claim, Map<String, String> fields, List<Finding> findings) {

    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean intact() {
        return findings.stream().allMatch(Finding::intact);
    }
}
