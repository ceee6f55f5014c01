package id.tanggap.proof.verification;

import id.tanggap.proof.AuditPath;
import id.tanggap.proof.Digest;
import id.tanggap.proof.EventChain;
import id.tanggap.proof.Merkle;
import id.tanggap.proof.Utf8;
import id.tanggap.proof.file.CaseProof;
import id.tanggap.proof.file.Entry;
import id.tanggap.proof.verification.Finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Verifies the proof of one complaint. */
public final class CaseCheck {
    private final CaseProof proof;
    private final @Nullable Entry entry;
    private final List<Finding> findings = new ArrayList<>();

    private CaseCheck(CaseProof proof) {
        this.proof = proof;
        this.entry = Entry.read(proof.entry());
    }

    /** @param printed the root on the printed report; null when the reader compares it */
    public static Verification of(CaseProof proof, @Nullable Digest printed) {
        var check = new CaseCheck(proof);
        check.entry();
        proof.topics().forEach(check::payloads);
        check.events();
        check.path();
        if (printed != null) {
            check.findings.add(Finding.printed(proof.root(), printed));
        }
        return check.verification();
    }

    private void entry() {
        findings.add(Finding.of(Subject.ENTRY, "entri", entry != null, "terbaca lengkap", Entry.NONE));
        if (entry != null) {
            var other = entry.place().otherThan(proof.recap(), proof.index());
            findings.add(Finding.of(
                    Subject.PLACE,
                    "rekap",
                    other.isEmpty(),
                    "entri dan berkas sama-sama menyebut " + entry.place().alike(proof.recap(), proof.index()),
                    other));
        }
    }

    private void payloads(CaseProof.Topic topic) {
        var number = 0;
        for (var event : topic.events()) {
            number++;
            findings.add(Finding.of(
                    Subject.PAYLOAD,
                    "%s peristiwa %s (%s, %s)".formatted(topic.topic(), number, event.type(), event.time()),
                    event.holds(),
                    event.payload() == null ? "isi tidak disertakan, sidiknya ada" : "isi cocok dengan sidiknya",
                    "isi tidak cocok dengan sidiknya"));
        }
    }

    private void events() {
        if (entry != null) {
            var heads = proof.topics().stream()
                    .collect(Collectors.toMap(CaseProof.Topic::topic, topic -> EventChain.head(topic.events())));
            findings.add(Finding.of(
                    Subject.EVENTS,
                    "rangkaian peristiwa",
                    EventChain.caseDigest(heads).equals(entry.events()),
                    "lengkap dan berurutan seperti dicatat entri",
                    "tidak seperti dicatat entri: ada yang diubah, ditambah, dihilangkan atau dipindah"));
        }
    }

    private void path() {
        var root = AuditPath.rootOf(Merkle.leaf(Utf8.encode(proof.entry())), proof.index(), proof.size(), proof.path());
        findings.add(Finding.of(
                Subject.PATH,
                "jalur",
                proof.root().equals(root),
                "entri dan jalurnya menghasilkan akar berkas ini",
                root == null
                        ? "panjangnya tidak sesuai dengan letak entri"
                        : "entri, letak dan jalurnya tidak menghasilkan akar berkas ini"));
    }

    private Verification verification() {
        var month = "rekap " + proof.month();
        var recap = month + " versi " + proof.version();
        var complaint = "aduan " + (entry == null ? "yang tidak terbaca" : entry.number());
        return new Verification(
                proof.recap(),
                complaint + " di " + recap,
                complaint + " tercantum tidak berubah di "
                        + (entry == null || entry.place().tellsVersion() ? recap : month),
                entry == null ? Map.of() : entry.fields().shown(),
                findings);
    }
}
