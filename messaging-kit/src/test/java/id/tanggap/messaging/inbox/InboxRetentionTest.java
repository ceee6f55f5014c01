package id.tanggap.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.messaging.Database;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InboxRetentionTest {
    private static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");

    @Test
    void forgetsOnlyWhatIsOlderThanItIsToldToKeep() {
        try (var database = new Database()) {
            // Given
            var first = NOW.minus(Duration.ofDays(30));
            var kept = UuidCreator.getTimeOrderedEpochMin(first);
            var forgotten = UuidCreator.getTimeOrderedEpochMax(first.minusMillis(1));
            database.run("insert into inbox values ('" + kept + "'), ('" + forgotten + "')");
            database.run("insert into taken values (%d, '{}'), (%d, '{}')"
                    .formatted(Taken.tenthOf(kept), Taken.tenthOf(forgotten)));
            var retention = new InboxRetention(database.pool(), Database.VERTX, () -> NOW, Duration.ofDays(30));

            // When
            Database.await(retention.forget());

            // Then
            assertThat(database.strings("select event_id from inbox")).containsExactly(kept.toString());
            assertThat(database.strings("select tenth from taken")).containsExactly("" + Taken.tenthOf(kept));
        }
    }
}
