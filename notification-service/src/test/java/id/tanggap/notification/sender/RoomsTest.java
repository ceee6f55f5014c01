package id.tanggap.notification.sender;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.Surroundings;
import id.tanggap.notification.sender.Message.About;
import id.tanggap.testkit.SettableTime;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many messages an address gets in an hour, on a real database. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class RoomsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private final SettableTime time = SettableTime.at("2026-03-02T05:00:00Z");
    private final String name = UUID.randomUUID().toString();

    @Inject
    Pool pool;

    @Inject
    NotificationConfig config;

    private Rooms rooms;

    @BeforeEach
    void start() {
        pool.query("delete from room").execute().await().indefinitely();
        rooms = replica("rahasia");
    }

    @Test
    void givesAnAddressSoManyPlacesAnHourWhoeverAsks() {
        var replicas = List.of(rooms, replica("rahasia"));

        var times = Multi.createFrom()
                .items(IntStream.range(0, 50).boxed())
                .onItem()
                .transformToUni(n -> replicas.get(n % 2).take(message(MessageKind.RECEIVED), mail(name + "@contoh.id")))
                .merge(16)
                .collect()
                .asList()
                .await()
                .indefinitely()
                .stream()
                .sorted()
                .toList();

        assertThat(times.subList(0, config.anHour())).containsOnly(time.instant());
        for (int n = config.anHour(); n < times.size(); n++) {
            assertThat(Duration.between(times.get(n - config.anHour()), times.get(n)))
                    .isEqualTo(HOUR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s@contoh.id", "%s@CONTOH.ID", " %s@contoh.id ", "%s+lagi@contoh.id", "%s+@contoh.id"})
    void knowsAMailboxInWhateverWayItIsWritten(String spelling) {
        fill("%s@contoh.id");

        assertThat(take(MessageKind.RECEIVED, spelling))
                .isEqualTo(time.instant().plus(HOUR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s@contoh.co.id", "a%s@contoh.id", "+%s@contoh.id"})
    void keepsNobodyWaitingForAnother(String other) {
        fill("%s@contoh.id");

        assertThat(take(MessageKind.RECEIVED, other)).isEqualTo(time.instant());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECEIVED")
    void keepsRoomForWhatOfficesSay(MessageKind kind) {
        fill("%s@contoh.id");

        assertThat(take(kind, "%s@contoh.id")).isEqualTo(time.instant());
    }

    @Test
    void keepsTheTimeOfAMessageThatComesAgain() {
        fill("%s@contoh.id");
        var held = message(MessageKind.RECEIVED);
        var at = take(held, "%s@contoh.id");
        time.goOn(Duration.ofMinutes(59));
        assertThat(take(held, "%s@contoh.id")).isEqualTo(at);
        time.goOn(Duration.ofMinutes(2));

        assertThat(take(held, "%s@contoh.id")).isEqualTo(at).isBefore(time.instant());
        assertThat(take(MessageKind.RECEIVED, "%s@contoh.id")).isEqualTo(time.instant());
    }

    @Test
    void givesATimeAnewToWhatCouldNotGoOutInItsOwn() {
        var late =
                Stream.generate(() -> message(MessageKind.RECEIVED)).limit(10).toList();
        late.forEach(message -> take(message, "%s@contoh.id"));
        time.goOn(Duration.ofHours(9));

        assertThat(late.stream().map(message -> take(message, "%s@contoh.id")))
                .filteredOn(at -> !at.isAfter(time.instant()))
                .hasSize(config.anHour());
    }

    @Test
    void keepsNoAddressAndNothingForLong() {
        fill("%s@contoh.id");
        assertThat(rows())
                .hasSizeGreaterThanOrEqualTo(config.anHour())
                .allSatisfy(row -> assertThat(row).doesNotContain(name, "contoh"));
        assertThat(replica("lain")
                        .take(message(MessageKind.RECEIVED), mail(name + "@contoh.id"))
                        .await()
                        .indefinitely())
                .as("whoever has another key knows nobody")
                .isEqualTo(time.instant());
        time.goOn(HOUR.plusSeconds(1));

        take(MessageKind.RECEIVED, "lain-%s@contoh.id");

        assertThat(rows()).hasSize(1);
    }

    private void fill(String address) {
        for (int n = 0; n < config.anHour(); n++) {
            assertThat(take(MessageKind.RECEIVED, address)).isEqualTo(time.instant());
        }
    }

    private Instant take(MessageKind kind, String address) {
        return take(message(kind), address);
    }

    private Instant take(Message message, String address) {
        return rooms.take(message, mail(address.formatted(name))).await().indefinitely();
    }

    private List<String> rows() {
        return pool
                .query("select row(encode(recipient, 'escape'), room)::text as row from room")
                .execute()
                .await()
                .indefinitely()
                .stream()
                .map(row -> row.getString("row"))
                .toList();
    }

    private Rooms replica(String secret) {
        return new Rooms(pool, time, config, secret);
    }

    private static Handle mail(String address) {
        return new Handle(ContactWay.EMAIL, null, address);
    }

    private static Message message(MessageKind kind) {
        return new Message(
                UUID.randomUUID(), new About(UUID.randomUUID(), "SKA-4F7K-92XM", "surakarta"), kind, null, null);
    }
}
