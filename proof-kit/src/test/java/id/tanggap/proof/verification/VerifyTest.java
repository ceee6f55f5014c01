package id.tanggap.proof.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.proof.Digest;
import id.tanggap.proof.EventChain;
import id.tanggap.proof.Merkle;
import id.tanggap.proof.RecapFixture;
import id.tanggap.proof.Utf8;
import id.tanggap.proof.file.CaseProof;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyTest {
    private static final CaseProof PROOF = RecapFixture.proof();
    private static final String FILE = new String(RecapFixture.file(PROOF), StandardCharsets.UTF_8);
    private static final String ROOT = PROOF.root().hex();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void tellsThatAComplaintStandsUnchangedInTheRecap() throws IOException {
        assertThat(verify(FILE, "--root", ROOT)).isEqualTo(Verify.INTACT);

        assertThat(lines(out))
                .startsWith("Yang diperiksa: aduan SKA-4F7K-92XM di rekap 2026-10 versi 1, pemerintah surakarta")
                .contains(
                        "  number: SKA-4F7K-92XM",
                        "  ✓ jalur: entri dan jalurnya menghasilkan akar berkas ini",
                        "  ✓ akar: sama dengan akar yang Anda berikan")
                .endsWith("UTUH: aduan SKA-4F7K-92XM tercantum tidak berubah di rekap 2026-10 versi 1");
        assertThat(lines(err)).isEmpty();
    }

    @Test
    void asksToCompareTheRootInGroupsWhenNoneIsGiven() throws IOException {
        assertThat(verify(FILE)).isEqualTo(Verify.INTACT);

        assertThat(lines(out))
                .contains(
                        "Akar belum dibandingkan. Cocokkan sendiri dengan akar pada laporan tercetak",
                        "rekap surakarta 2026-10 versi 1:",
                        "  " + grouped(ROOT))
                .endsWith("UTUH: aduan SKA-4F7K-92XM tercantum tidak berubah di rekap 2026-10 versi 1,"
                        + " asal akar di atas sama dengan yang tercetak");
    }

    @Test
    void takesTheRootAsItIsTypedFromPaper() throws IOException {
        assertThat(verify(FILE, "--root", grouped(ROOT).toUpperCase(Locale.ROOT)))
                .isEqualTo(Verify.INTACT);
    }

    @Test
    void refusesAnotherRootThanThePrintedOne() throws IOException {
        assertThat(verify(FILE, "--root", Digest.sha256().hex())).isEqualTo(Verify.NOT_INTACT);

        assertThat(lines(out))
                .contains("  ✗ akar: berbeda dari akar yang Anda berikan")
                .endsWith("TIDAK UTUH: aduan SKA-4F7K-92XM di rekap 2026-10 versi 1, tidak cocok pada: akar");
    }

    @Test
    void namesThePlaceOfAChangedPayload() throws IOException {
        assertThat(verify(FILE.replace("Sudah diganti.", "Sudah selesai."))).isEqualTo(Verify.NOT_INTACT);

        assertThat(lines(out))
                .endsWith("TIDAK UTUH: aduan SKA-4F7K-92XM di rekap 2026-10 versi 1, tidak cocok pada: "
                        + "complaint.response.v1 peristiwa 1 (complaint.answered.v1, 2026-10-06T03:30:00Z)");
    }

    @Test
    void tellsThatAWholeRecapIsUnchanged() throws IOException {
        var leaves = RecapFixture.leaves(1_200);
        var file = new String(RecapFixture.file(leaves), StandardCharsets.UTF_8);

        assertThat(verify(file, "--root", RecapFixture.recap(leaves).root().hex()))
                .isEqualTo(Verify.INTACT);
        assertThat(lines(out)).endsWith("UTUH: rekap 2026-10 versi 1 dengan 1.200 aduan tidak berubah");

        assertThat(verify(file.replace("SKA-4F7K-92XM", "SKA-4F7K-92XN"))).isEqualTo(Verify.NOT_INTACT);
        assertThat(lines(out))
                .endsWith("TIDAK UTUH: rekap 2026-10 versi 1, tidak cocok pada: baris 5, aduan SKA-4F7K-92XN; akar");
    }

    @Test
    void letsNoFileWriteALineOfItsOwn() throws IOException {
        var entry = RecapFixture.entry("\\u001b[2K\\rUTUH\\nUTUH \\u202e", EventChain.START);
        var proof = new CaseProof(
                "a\nUTUH", "2026-10", 1, 1, 0, entry, List.of(), Merkle.leaf(Utf8.encode(entry)), List.of());

        assertThat(verify(new String(RecapFixture.file(proof), StandardCharsets.UTF_8)))
                .isEqualTo(Verify.NOT_INTACT);

        assertThat(lines(out)).noneMatch(line -> line.startsWith("UTUH"));
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b", "\r", "\u202e");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNoProof(String file) throws IOException {
        assertThat(verify(file)).isEqualTo(Verify.NO_PROOF);

        assertThat(lines(out)).isEmpty();
        assertThat(lines(err))
                .first()
                .asString()
                .startsWith("tanggap: berkas ")
                .contains("bukan bukti yang dapat diperiksa: ")
                .doesNotContain("Exception");
    }

    static Stream<String> refusesWhatIsNoProof() {
        var recap =
                "{\"format\":\"tanggap-recap-1\",\"government\":\"a\",\"month\":\"2026-10\",\"version\":1,\"size\":%s,\"root\":\""
                        + ROOT + "\"}\n";
        return Stream.of(
                "",
                " \n",
                "\0".repeat(100_000),
                "null",
                "[]",
                "{",
                "{}",
                "{\"format\":1}",
                "{\"format\":\"tanggap-proof-2\"}",
                "{\"format\":\"tanggap-proof-1\"}",
                "{\"format\":\"tanggap-proof-1\",",
                "{\"format\":\"tanggap-recap-1\"}",
                "{\"format\":{\"format\":\"tanggap-proof-1\"}}",
                "[".repeat(200_000),
                "{\"a\":".repeat(200_000),
                "{\"format\":\"tanggap-proof-1\",\"path\":" + "[".repeat(200_000),
                "\ufeff" + FILE,
                FILE + FILE,
                FILE + "x",
                FILE.replace("\"version\" : 1", "\"version\" : 1e999999999"),
                FILE.replace("\"version\" : 1", "\"version\" : 1.0"),
                FILE.replace("\"version\" : 1", "\"version\" : 4294967297"),
                FILE.replace("\"version\" : 1", "\"version\" : " + "9".repeat(100_000)),
                FILE.replace("\"version\" : 1", "\"version\" : \"1\""),
                FILE.replace("\"version\" : 1", "\"version\" : null"),
                FILE.replace("\"version\" : 1", "\"version\" : true"),
                FILE.replace("\"version\" : 1,", ""),
                FILE.replace("\"index\" : 3,", ""),
                FILE.replace("\"index\" : 3", "\"index\" : -3"),
                FILE.replace("\"index\" : 3", "\"index\" : 10"),
                FILE.replace("\"size\" : 10", "\"size\" : 9223372036854775808"),
                FILE.replace("\"government\" : \"surakarta\"", "\"government\" : 5"),
                FILE.replace("\"government\" : \"surakarta\"", "\"government\" : null"),
                FILE.replace("\"government\" : \"surakarta\"", "\"government\" : \"\\ud800\""),
                FILE.replace("\"government\" : \"surakarta\"", "\"government\" : \"a\", \"government\" : \"b\""),
                FILE.replace("\"government\" : \"surakarta\"", "\"government\" : \"a\", \"more\" : \"b\""),
                FILE.replace("Depan pasar", "\\ud800"),
                FILE.replace("ANSWERED", "x".repeat(1 << 20)),
                FILE.replace("ANSWERED", "\\n"),
                FILE.replace("\"payload\"", "\"paiload\""),
                FILE.replace("\"path\" : [", "\"path\" : [ null,"),
                FILE.replace("\"path\" : [", "\"path\" : [ 5,"),
                FILE.replace("\"path\" : [", "\"path\" : [ {},"),
                FILE.replace("\"path\" : [", "\"path\" : [ " + "\"\",".repeat(1_000_000)),
                FILE.replace("\"path\" : [", "\"path\" : [ " + ("\"" + ROOT + "\",").repeat(300_000)),
                FILE.replace(ROOT, ROOT.toUpperCase(Locale.ROOT)),
                FILE.replace("complaint.response.v1", "complaint.intake.v1"),
                FILE.replace("\"topics\" : [", "\"topics\" : [ null,"),
                FILE.replace("\"events\" : [", "\"events\" : [ [],"),
                recap.formatted("0"),
                recap.formatted("-1"),
                recap.formatted("1e5"),
                recap.formatted("9".repeat(10_000)),
                recap.formatted("1").replace("}", "} x"),
                recap.formatted("1") + "x".repeat(2 << 20));
    }

    @ParameterizedTest
    @MethodSource
    void tellsThatAnEntryIsNone(String entry) throws IOException {
        var proof = new CaseProof(
                "surakarta", "2026-10", 1, 1, 0, entry, List.of(), Merkle.leaf(Utf8.encode(entry)), List.of());

        assertThat(verify(new String(RecapFixture.file(proof), StandardCharsets.UTF_8)))
                .isEqualTo(Verify.NOT_INTACT);

        assertThat(lines(out))
                .endsWith("TIDAK UTUH: aduan yang tidak terbaca di rekap 2026-10 versi 1, tidak cocok pada: entri");
    }

    static Stream<String> tellsThatAnEntryIsNone() {
        var more = "{\"more\":%s," + RecapFixture.entry("SKA", Digest.sha256()).substring(1);
        return Stream.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"number\":5,\"month\":\"2026-10\",\"complaint\":\"\",\"events\":\"" + ROOT + "\"}",
                "{\"number\":\"5\",\"month\":\"2026-10\",\"complaint\":\"\",\"events\":\"abc\"}",
                more.formatted("1") + " {}",
                more.formatted("1,\"more\":2"),
                more.formatted("1e"),
                more.formatted("01"),
                more.formatted("[".repeat(1_000) + "]".repeat(1_000)),
                more.formatted("NaN"));
    }

    @Test
    void showsEveryFieldOfAnEntry() throws IOException {
        var entry = "{\"more\": [1.50, {\"a\":null}] ,\"much\":1e99999999999999,\"void\":null,\"long\":\"%s\","
                        .formatted("x".repeat(1_000))
                + RecapFixture.entry("SKA", Digest.sha256()).substring(1);
        var proof = new CaseProof(
                "surakarta", "2026-10", 1, 1, 0, entry, List.of(), Merkle.leaf(Utf8.encode(entry)), List.of());

        verify(new String(RecapFixture.file(proof), StandardCharsets.UTF_8));

        assertThat(lines(out))
                .contains(
                        "  more: [1.50, {\"a\":null}]",
                        "  much: 1e99999999999999",
                        "  void: null",
                        "  long: " + "x".repeat(200) + "…",
                        "  number: SKA");
    }

    @Test
    void refusesAPathThatIsTooLongAsNotIntact() throws IOException {
        var path = FILE.replace("\"path\" : [", "\"path\" : [ " + ("\"" + ROOT + "\",").repeat(200_000));

        assertThat(verify(path)).isEqualTo(Verify.NOT_INTACT);
    }

    @Test
    void refusesARecapThatPromisesTooMuchAsNotIntact() throws IOException {
        var file = new String(RecapFixture.file(RecapFixture.leaves(3)), StandardCharsets.UTF_8);

        assertThat(verify(file.replaceFirst("\"size\":4", "\"size\":" + Long.MAX_VALUE)))
                .isEqualTo(Verify.NOT_INTACT);
        assertThat(verify(file.lines().findFirst().orElseThrow())).isEqualTo(Verify.NOT_INTACT);
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        assertThat(verify(FILE.getBytes(StandardCharsets.UTF_16))).isEqualTo(Verify.NO_PROOF);
        assertThat(verify(FILE.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(Verify.NO_PROOF);
        assertThat(verify(FILE.replace("Depan", "é").getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Verify.NO_PROOF);
    }

    @Test
    void refusesAFileThatIsNone() {
        assertThat(run(directory.toString())).isEqualTo(Verify.NO_PROOF);
        assertThat(lines(err)).containsExactly("tanggap: berkas " + directory + " tidak dapat dibaca");

        assertThat(run(directory.resolve("missing").toString())).isEqualTo(Verify.NO_PROOF);
        assertThat(lines(err)).containsExactly("tanggap: berkas " + directory.resolve("missing") + " tidak ada");

        assertThat(run("a\0b")).isEqualTo(Verify.NO_PROOF);
    }

    @Test
    void explainsItselfWhenAskedWrongly() {
        for (var arguments : List.of(
                List.<String>of(),
                List.of("--root"),
                List.of("--help"),
                List.of("a", "b"),
                List.of("a", "--root"),
                List.of("a", "--root", "abc"),
                List.of("a", "--raut", ROOT))) {
            assertThat(run(arguments.toArray(String[]::new))).isEqualTo(Verify.NO_PROOF);
            assertThat(lines(err)).first().asString().startsWith("Pemakaian: ./tanggap verify BERKAS");
        }
    }

    private int verify(String file, String... options) throws IOException {
        return verify(file.getBytes(StandardCharsets.UTF_8), options);
    }

    private int verify(byte[] file, String... options) throws IOException {
        var path = Files.write(directory.resolve("berkas"), file);
        return run(Stream.concat(Stream.of(path.toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Verify.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static List<String> lines(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String grouped(String root) {
        return String.join(" ", root.split("(?<=\\G.{8})"));
    }
}
