package id.tanggap.notification.delivery;

import static id.tanggap.notification.delivery.CitizenFixture.citizen;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.notification.Surroundings;
import id.tanggap.notification.World;
import id.tanggap.testkit.api.Metrics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Follows marked data through good and bad deliveries, with the logs wide open, and finds them nowhere but in the mail. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class PrivacyTest {
    private static final String ANSWER = "Pak Kanarina, jawaban kenari: lampu sudah diganti.";
    private static final String QUESTION = "Pak Kanarina, kenari di mana?";
    private static final List<String> MARKS = List.of("kanarina", "kenari", "81234500099", "contoh.id>", "warga-");

    private final World world = World.here();
    private final Logger root = Logger.getLogger("");
    private final Recorder recorder = new Recorder();
    private Level before = Level.INFO;

    @BeforeEach
    void openTheLogs() {
        before = root.getLevel();
        // The console would drown in it.
        for (var handler : root.getHandlers()) {
            handler.setLevel(Level.INFO);
        }
        root.setLevel(Level.FINE);
        root.addHandler(recorder);
    }

    @AfterEach
    void closeTheLogs() {
        root.removeHandler(recorder);
        root.setLevel(before);
    }

    @Test
    void leavesNoPersonalDataAnywhere() {
        var served = citizen(world).complains().isAnswered(ANSWER).isAsked(QUESTION, 1);
        var refused = citizen(world);
        world.gate.refuse(refused.email);
        refused.complains().isAnswered(ANSWER);
        var malformed = citizen(world);
        world.vaultHolds(malformed.complaint, "warga- kanarina@@contoh.id");
        malformed.complains().isAnswered(ANSWER);

        assertThat(world.mails(served.email, 3).stream().map(World::whole))
                .anySatisfy(text -> assertThat(text).contains("jawaban kenari"))
                .anySatisfy(text -> assertThat(text).contains("kenari di mana"));
        var told = new ArrayList<String>();
        for (var citizen : List.of(served, refused, malformed)) {
            for (var record :
                    world.records(Topics.NOTIFICATION, citizen.complaint.toString(), citizen == served ? 4 : 2)) {
                told.add(new String(record.value(), StandardCharsets.UTF_8));
                record.headers().forEach(header -> told.add(new String(header.value(), StandardCharsets.UTF_8)));
            }
            told.add(world.row(citizen.complaint, "RECEIVED").toString());
            told.add(world.row(citizen.complaint, "ANSWERED").toString());
        }

        told.add(world.row(served.complaint, "INFORMATION_REQUESTED").toString());

        assertClean(told);
        assertClean(List.of(Metrics.shown()));
        assertThat(recorder.lines).isNotEmpty();
        assertClean(List.copyOf(recorder.lines));
    }

    @Test
    void countsDeliveriesByState() {
        var citizen = citizen(world).complains();
        world.row(citizen.complaint, "RECEIVED", "SENT");
        world.told(citizen.complaint, 1);

        assertThat(Metrics.shown())
                .containsPattern("deliveries_total\\{state=\"SENT\"\\} [1-9]")
                .contains("deliveries_total{state=\"FAILED\"}")
                .contains("deliveries_oldest_age_seconds");
    }

    private static void assertClean(List<String> texts) {
        assertThat(texts)
                .allSatisfy(text ->
                        assertThat(text.toLowerCase(java.util.Locale.ROOT)).doesNotContain(MARKS));
    }

    /** Every line with its parameters and whatever was thrown. */
    private static final class Recorder extends Handler {
        final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord record) {
            // The servers of the test run in this JVM too, and talk of what they are given.
            var logger = String.valueOf(record.getLoggerName());
            if (logger.startsWith("com.icegreen")
                    || logger.startsWith("WireMock")
                    || logger.startsWith("org.eclipse.jetty")
                    || logger.startsWith("org.apache.http")
                    || logger.startsWith("wiremock")
                    || logger.startsWith("org.testcontainers")) {
                return;
            }
            var line = new StringWriter();
            line.append(logger).append(' ');
            line.append(record instanceof ExtLogRecord extended ? extended.getFormattedMessage() : record.getMessage());
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(line));
            }
            lines.add(line.toString());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }
}
