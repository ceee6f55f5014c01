package id.tanggap.proof.verification;

import id.tanggap.proof.Digest;
import id.tanggap.proof.Merkle;
import id.tanggap.proof.MerkleTree;
import id.tanggap.proof.Require;
import id.tanggap.proof.Utf8;
import id.tanggap.proof.file.Entry;
import id.tanggap.proof.file.Fields;
import id.tanggap.proof.file.Json;
import id.tanggap.proof.file.Lines;
import id.tanggap.proof.file.Place;
import id.tanggap.proof.file.Recap;
import id.tanggap.proof.file.UnreadableProof;
import id.tanggap.proof.verification.Finding.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Verifies the file of a whole recap: millions of lines, in memory for one of them. */
public final class RecapCheck {
    /** Lines at fault that are named one by one. */
    private static final int NAMED = 20;

    private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"([^\"\\\\]{1,40})\"");

    private final Recap recap;
    private final MerkleTree tree = new MerkleTree();
    private final List<Finding> findings = new ArrayList<>();
    private long faulty;
    private Map<String, String> head = Map.of();

    private RecapCheck(Recap recap) {
        this.recap = recap;
    }

    /**
     * @param printed the root on the printed report; null when the reader compares it
     * @throws UnreadableProof when the file has no first line, or a line that does not end
     */
    public static Verification of(InputStream file, @Nullable Digest printed) throws IOException {
        var lines = new Lines(file);
        var first = lines.next();
        var check = new RecapCheck(Json.read(first == null ? new byte[0] : first, Recap.class));
        for (var line = lines.next(); line != null; line = lines.next()) {
            check.leaf(lines.number(), line);
        }
        return check.verification(printed);
    }

    private void leaf(long number, byte[] line) {
        var split = Math.min(Require.BEFORE_LEAF, line.length);
        var leaf = Arrays.copyOfRange(line, split, line.length);
        var hash = Merkle.leaf(leaf);
        var fault = (hash.hex() + " ").equals(new String(line, 0, split, StandardCharsets.ISO_8859_1))
                ? content(Utf8.decode(leaf))
                : "isi tidak cocok dengan sidiknya";
        if (fault != null) {
            fault(number, leaf, fault);
        }
        tree.add(hash);
    }

    /** What is wrong with a leaf that has its digest. */
    private @Nullable String content(@Nullable String text) {
        return tree.size() == 0 ? head(text) : entry(text);
    }

    /** The recap's head tells whatever it wants, but not of another recap. */
    private @Nullable String head(@Nullable String text) {
        var fields = Fields.read(text);
        if (fields == null) {
            return "kepala rekap bukan objek JSON";
        }
        head = fields.shown();
        return other(Place.ofHead(fields));
    }

    private @Nullable String entry(@Nullable String text) {
        var entry = Entry.read(text);
        if (entry == null) {
            return Entry.NONE;
        }
        return other(entry.place());
    }

    private @Nullable String other(Place place) {
        var other = place.otherThan(recap);
        return other.isEmpty() ? null : other;
    }

    private void fault(long number, byte[] leaf, String says) {
        faulty++;
        if (faulty <= NAMED) {
            var complaint = NUMBER.matcher(new String(leaf, StandardCharsets.UTF_8));
            var place = "baris " + number + (complaint.find() ? ", aduan " + complaint.group(1) : "");
            findings.add(new Finding(Subject.LINE, false, place, says));
        }
    }

    private Verification verification(@Nullable Digest printed) {
        lines();
        count();
        root();
        if (printed != null) {
            findings.add(Finding.printed(recap.root(), printed));
        }
        var name = "rekap " + recap.month() + " versi " + recap.version();
        var complaints = Words.count(recap.size() - 1);
        return new Verification(
                recap, name, "%s dengan %s aduan tidak berubah".formatted(name, complaints), head, findings);
    }

    private void lines() {
        if (faulty == 0) {
            findings.add(new Finding(Subject.LINE, true, "baris", "isi setiap baris cocok dengan sidiknya"));
        } else if (faulty > NAMED) {
            var more = Words.count(faulty - NAMED);
            findings.add(new Finding(Subject.LINE, false, "baris lain", more + " lagi tidak cocok"));
        }
    }

    private void count() {
        var counted = Words.count(tree.size());
        findings.add(Finding.of(
                Subject.COUNT,
                "jumlah",
                tree.size() == recap.size(),
                "ada %s baris isi seperti disebut di baris 1".formatted(counted),
                "ada %s baris isi, di baris 1 disebut %s".formatted(counted, Words.count(recap.size()))));
    }

    private void root() {
        findings.add(Finding.of(
                Subject.ROOT,
                "akar",
                tree.root().equals(recap.root()),
                "semua baris isi bersama-sama menghasilkan akar berkas ini",
                "semua baris isi bersama-sama tidak menghasilkan akar berkas ini"));
    }
}
