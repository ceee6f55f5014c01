package id.tanggap.intake.page.proof;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.proof.Digest;
import id.tanggap.proof.file.CaseProof;
import id.tanggap.proof.file.Entry;
import id.tanggap.proof.file.UnreadableProof;
import id.tanggap.proof.verification.CaseCheck;
import id.tanggap.proof.verification.Finding.Subject;
import id.tanggap.proof.verification.Verification;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes here what the page's script computes in the browser, with the code of {@code ./tanggap verify}. */
final class Check {
    private static final Map<String, Set<Subject>> FAULTS = faults();

    private Check() {}

    private static Map<String, Set<Subject>> faults() {
        var faults = new LinkedHashMap<String, Set<Subject>>();
        faults.put(
                "Catatan peristiwanya tidak cocok dengan isi rekap.",
                Set.of(Subject.ENTRY, Subject.PLACE, Subject.PAYLOAD, Subject.EVENTS));
        faults.put("Isi aduan ini tidak cocok dengan akar rekap.", Set.of(Subject.PATH));
        faults.put("Akar pada laporan Anda berbeda dari akar rekap ini.", Set.of(Subject.ROOT));
        return faults;
    }

    /**
     * @param printed the root on paper; null when the reader compares it
     * @param locale in which months are called
     */
    static Outcome of(RecapProofs.Answer answer, @Nullable Digest printed, Locale locale) {
        var month = DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(YearMonth.parse(answer.month()));
        var proof = answer.proof();
        return proof == null || proof.isNull() ? untold(answer, month) : checked(answer, read(proof), printed, month);
    }

    private static Outcome untold(RecapProofs.Answer answer, String month) {
        return answer.version() == null
                ? new Outcome.Untold(
                        "Rekap belum disusun",
                        "Rekap $1 disusun setelah bulan itu berakhir. Periksa kembali sesudahnya.",
                        month,
                        answer.number())
                : new Outcome.Untold(
                        "Belum tercantum di rekap",
                        "Aduan $2 tercatat setelah rekap $1 disusun. Aduan yang terlambat disebut sendiri di laporan dan masuk bila rekap disusun ulang.",
                        month,
                        answer.number());
    }

    private static Outcome checked(RecapProofs.Answer answer, CaseProof proof, @Nullable Digest printed, String month) {
        return new Outcome.Checked(
                answer.number(),
                proof.index(),
                month,
                proof.version(),
                answer.archived(),
                proof.root().hex().replaceAll(".{8}(?=.)", "$0 "),
                isOf(answer, proof)
                        ? told(CaseCheck.of(proof, printed))
                        : List.of("Bukti ini milik aduan atau rekap lain."));
    }

    private static boolean isOf(RecapProofs.Answer answer, CaseProof proof) {
        var entry = Entry.read(proof.entry());
        return entry != null
                && entry.number().equals(answer.number())
                && proof.government().equals(answer.government())
                && proof.month().equals(answer.month())
                && Integer.valueOf(proof.version()).equals(answer.version());
    }

    private static List<String> told(Verification verification) {
        return FAULTS.entrySet().stream()
                .filter(fault -> verification.findings().stream()
                        .filter(finding -> fault.getValue().contains(finding.subject()))
                        .anyMatch(finding -> !finding.intact()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static CaseProof read(JsonNode proof) {
        try {
            return CaseProof.read(proof.toString().getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableProof unreadable) {
            throw new IllegalStateException("Reporting gave a proof that cannot be read", unreadable);
        }
    }
}
