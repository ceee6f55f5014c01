package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.ScriptedServer;
import id.tanggap.bench.platform.SettableTicker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final String CATALOGUE = ScriptedServer.answer(200, CatalogueFixture.JSON);
    private static final String TOKEN = ScriptedServer.answer(200, "{\"access_token\":\"satu\",\"expires_in\":300}");
    private static final String CREATED = ScriptedServer.answer(201, "{}");
    private static final String REFUSED = ScriptedServer.answer(400, "{\"errors\":[{\"field\":\"text\"}]}");
    private static final String SECRET_WORD = "rahasia";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void postsEveryRowOnceAndPrintsNoText() throws Exception {
        try (var server = new ScriptedServer(CATALOGUE, TOKEN, CREATED)) {
            assertThat(post(server, row(1) + row(2) + row(2) + "no json\n" + row(3)))
                    .isZero();

            assertThat(server.requests()).hasSize(2 + 3);
            assertThat(figures())
                    .contains("read 5", "accepted 3", "refused 1", "(line is no JSON object) 1", "undecided 0")
                    .contains("left out, same as a line above 1");
            assertThat(screen()).doesNotContain(SECRET_WORD);
        }
    }

    @Test
    void skipsWhatWasAcceptedBeforeAndSendsAgainWhatWasNot() throws Exception {
        try (var server = new ScriptedServer(
                CATALOGUE, TOKEN, CREATED, ScriptedServer.answer(404, ""), CATALOGUE, TOKEN, CREATED)) {
            assertThat(post(server, row(1) + row(2) + row(3))).isEqualTo(1);
            assertThat(figures()).contains("accepted 1", "undecided 1", "not sent any more 1");
            screen.reset();

            assertThat(post(server, row(1) + row(2) + row(3))).isZero();
            assertThat(figures()).contains("accepted 2", "skipped, accepted before 1", "undecided 0");
        }
    }

    @Test
    void usesTheSameKeysAfterTheStateFileIsLost() throws Exception {
        try (var server = new ScriptedServer(CATALOGUE, TOKEN, CREATED, CREATED, CATALOGUE, TOKEN, CREATED)) {
            post(server, row(1) + row(2));
            Files.delete(directory.resolve("state.done"));
            post(server, row(2) + row(1));

            var keys = new HashSet<String>();
            server.requests().forEach(request -> keys.add(request.headers().getOrDefault("idempotency-key", "")));
            assertThat(keys).hasSize(1 + 2).contains("");
        }
    }

    @Test
    void countsARefusalAsADecisionButSendsItAgainNextTime() throws Exception {
        try (var server = new ScriptedServer(CATALOGUE, TOKEN, REFUSED, CATALOGUE, TOKEN, REFUSED)) {
            assertThat(post(server, row(1))).isZero();
            assertThat(figures()).contains("refused 1", "text 1", "sent without category 1");

            assertThat(post(server, row(1))).isZero();
            assertThat(server.requests()).hasSize(6);
        }
    }

    @Test
    void readsRates() {
        assertThat(Replay.rate("max")).isInfinite();
        assertThat(Replay.rate("0.5")).isEqualTo(0.5);
        assertThatThrownBy(() -> Replay.rate("fast")).isInstanceOf(Arguments.Wrong.class);
        assertThatThrownBy(() -> Replay.rate("0")).isInstanceOf(Arguments.Wrong.class);
    }

    private static String row(int number) {
        return "{\"text\":\"" + SECRET_WORD + " nomor " + number + "\",\"category\":\"MBR\"}\n";
    }

    /** One at a time, so that the script's answers fall to known rows. */
    private int post(ScriptedServer server, String rows) throws Exception {
        var file = Files.writeString(directory.resolve("rows.jsonl"), rows);
        return new Replay(
                        server.address(),
                        server.address(),
                        "geheim",
                        "surakarta",
                        Double.POSITIVE_INFINITY,
                        1,
                        new SettableTicker())
                .post(
                        ComplaintFile.read(file),
                        directory.resolve("state.done"),
                        new PrintStream(screen, true, StandardCharsets.UTF_8));
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private java.util.List<String> figures() {
        return screen().lines()
                .map(line -> line.strip().replaceAll(" {2,}", " "))
                .toList();
    }
}
