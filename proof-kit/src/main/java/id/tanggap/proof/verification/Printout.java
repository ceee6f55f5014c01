package id.tanggap.proof.verification;

import static id.tanggap.proof.verification.Words.plain;

import id.tanggap.proof.Digest;
import id.tanggap.proof.file.Recap;
import java.io.PrintStream;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a citizen what was found, in Indonesian. The last line says it all. */
final class Printout {
    private static final int PLACES = 5;

    private final PrintStream out;

    Printout(PrintStream out) {
        this.out = out;
    }

    void print(Verification verification, @Nullable Digest printed) {
        var recap = verification.recap();
        out.printf("Yang diperiksa: %s, pemerintah %s%n", plain(verification.about()), plain(recap.government()));
        if (!verification.fields().isEmpty()) {
            out.printf("%nIsinya:%n");
            verification.fields().forEach((name, value) -> out.printf("  %s: %s%n", plain(name), plain(value)));
        }
        out.printf("%nPemeriksaan (sidik: sidik jari digital SHA-256):%n");
        verification.findings().forEach(this::finding);
        if (printed == null) {
            compare(recap);
        }
        out.printf("%n%s%n", verdict(verification, printed != null));
    }

    private void finding(Finding finding) {
        out.printf("  %s %s: %s%n", finding.intact() ? "✓" : "✗", plain(finding.place()), plain(finding.says()));
    }

    private void compare(Recap recap) {
        out.printf("%nAkar belum dibandingkan. Cocokkan sendiri dengan akar pada laporan tercetak%n");
        out.printf("rekap %s %s versi %s:%n", plain(recap.government()), recap.month(), recap.version());
        out.printf("  %s%n", recap.root().hex().replaceAll("(.{8})(?=.)", "$1 "));
    }

    private static String verdict(Verification verification, boolean compared) {
        if (verification.intact()) {
            return "UTUH: " + plain(verification.claim())
                    + (compared ? "" : ", asal akar di atas sama dengan yang tercetak");
        }
        var faults = verification.findings().stream()
                .filter(Predicate.not(Finding::intact))
                .toList();
        var places =
                faults.stream().limit(PLACES).map(fault -> plain(fault.place())).collect(Collectors.joining("; "));
        var more = faults.size() > PLACES ? "; dan lainnya" : "";
        return "TIDAK UTUH: %s, tidak cocok pada: %s%s".formatted(plain(verification.about()), places, more);
    }
}
