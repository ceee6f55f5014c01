package id.tanggap.proof.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import id.tanggap.proof.Digest;
import id.tanggap.proof.Merkle;
import id.tanggap.proof.RecapFixture;
import id.tanggap.proof.Utf8;
import id.tanggap.proof.verification.Finding;
import id.tanggap.proof.verification.Finding.Subject;
import id.tanggap.proof.verification.RecapCheck;
import id.tanggap.proof.verification.Verification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.groups.Tuple;

class RecapTest {
    private static final List<String> LEAVES = RecapFixture.leaves(9);
    private static final Recap RECAP = RecapFixture.recap(LEAVES);
    private static final String FILE = text(RecapFixture.file(LEAVES));

    @Example
    void isWrittenLineByLine() {
        assertThat(FILE.lines())
                .hasSize(11)
                .startsWith(
                        "{\"format\":\"tanggap-recap-1\",\"government\":\"surakarta\",\"month\":\"2026-10\",\"version\":1,\"size\":10,\"root\":\""
                                + RECAP.root() + "\"}",
                        Merkle.leaf(Utf8.encode(LEAVES.getFirst())) + " " + LEAVES.getFirst());
    }

    @Property(tries = 20)
    void isIntactAsItWasWritten(@ForAll @IntRange(max = 3_000) int complaints) throws IOException {
        var file = RecapFixture.file(RecapFixture.leaves(complaints));

        var verification = RecapCheck.of(new ByteArrayInputStream(file), null);

        assertThat(verification.intact()).isTrue();
        assertThat(verification.fields()).containsEntry("complaints", Integer.toString(complaints));
    }

    @Example
    void needsNoLineFeedAtItsEnd() throws IOException {
        assertThat(faults(FILE.stripTrailing())).isEmpty();
    }

    @Example
    void namesTheLineAndTheComplaintThatChanged() throws IOException {
        var entry = LEAVES.get(RecapFixture.INDEX);

        assertThat(faults(FILE.replace(entry, entry.replace("ANSWERED", "REJECTED"))))
                .containsExactly(tuple(Subject.LINE, "baris 5, aduan SKA-4F7K-92XM"), tuple(Subject.ROOT, "akar"));
        assertThat(faults(FILE.replace(entry, entry.replace("ANSWERED", "\u00ff"))))
                .contains(tuple(Subject.LINE, "baris 5, aduan SKA-4F7K-92XM"));
    }

    @Example
    void namesTheLineWhoseDigestAloneChanged() throws IOException {
        var digest = RecapFixture.hashes(LEAVES).get(RecapFixture.INDEX).hex();

        assertThat(faults(FILE.replace(digest, Digest.sha256().hex())))
                .containsExactly(tuple(Subject.LINE, "baris 5, aduan SKA-4F7K-92XM"));
    }

    @Example
    void findsLinesLeftOutAddedOrMoved() throws IOException {
        var lines = FILE.lines().toList();
        var fewer = new ArrayList<>(lines);
        fewer.remove(4);
        var more = new ArrayList<>(lines);
        more.add(4, lines.get(4));
        var moved = new ArrayList<>(lines);
        Collections.swap(moved, 4, 5);

        assertThat(faults(String.join("\n", fewer)))
                .containsExactly(tuple(Subject.COUNT, "jumlah"), tuple(Subject.ROOT, "akar"));
        assertThat(faults(String.join("\n", more)))
                .containsExactly(tuple(Subject.COUNT, "jumlah"), tuple(Subject.ROOT, "akar"));
        assertThat(faults(String.join("\n", moved))).containsExactly(tuple(Subject.ROOT, "akar"));
        assertThat(faults(FILE + "\n")).contains(tuple(Subject.COUNT, "jumlah"));
    }

    @Example
    void findsAHeadAndEntriesOfAnotherRecap() throws IOException {
        assertThat(faults(FILE.replaceFirst("2026-10", "2026-11"))).hasSize(10);
        assertThat(faults(FILE.replaceFirst("surakarta", "karanganyar"))).hasSize(10);
        assertThat(faults(FILE.replaceFirst("\"version\":1", "\"version\":2"))).hasSize(10);
    }

    @Example
    void namesTwentyLinesAndCountsTheOthers() throws IOException {
        var file = text(RecapFixture.file(RecapFixture.leaves(1_500)));

        var verification = verify(file.replace("ANSWERED", "REJECTED"));

        assertThat(verification.findings())
                .hasSize(24)
                .contains(new Finding(Subject.LINE, false, "baris lain", "1.480 lagi tidak cocok"));
    }

    @Example
    void findsEveryBitThatWasTurned() {
        var file = FILE.getBytes(StandardCharsets.ISO_8859_1);
        for (var place = 0; place < file.length; place++) {
            for (var bit = 0; bit < Byte.SIZE; bit++) {
                var turned = file.clone();
                turned[place] ^= (byte) (1 << bit);

                assertThat(passes(turned)).as("bit %d of byte %d", bit, place).isFalse();
            }
        }
    }

    @Property
    void findsEveryByteThatWasChanged(@ForAll @IntRange(max = 1_000_000) int place, @ForAll byte value) {
        var changed = FILE.getBytes(StandardCharsets.ISO_8859_1);
        var at = place % changed.length;
        var same = changed[at] == value;
        changed[at] = value;

        assertThat(passes(changed)).isEqualTo(same);
    }

    @Example
    void isNotFinishedWithOtherLeaves() throws IOException {
        var writer = new RecapWriter(new ByteArrayOutputStream(), RECAP);
        for (var leaf : LEAVES.reversed()) {
            writer.add(leaf);
        }

        assertThatIllegalStateException().isThrownBy(writer::finish);
        assertThatIllegalArgumentException().isThrownBy(() -> writer.add("{\n}"));
    }

    private static boolean passes(byte[] file) {
        try {
            return RecapCheck.of(new ByteArrayInputStream(file), null).intact();
        } catch (IOException _) {
            return false;
        }
    }

    private static List<Tuple> faults(String file) throws IOException {
        return verify(file).findings().stream()
                .filter(finding -> !finding.intact())
                .map(finding -> tuple(finding.subject(), finding.place()))
                .toList();
    }

    private static Verification verify(String file) throws IOException {
        return RecapCheck.of(new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1)), RECAP.root());
    }

    /** A character a byte. */
    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
