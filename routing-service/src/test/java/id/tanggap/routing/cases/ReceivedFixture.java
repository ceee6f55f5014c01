package id.tanggap.routing.cases;

import id.tanggap.contracts.Channel;
import id.tanggap.contracts.ComplaintType;
import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.IntakeEvent.Location;
import id.tanggap.contracts.Visibility;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A received complaint, valid by default. */
record ReceivedFixture(
        String text, @Nullable String category, @Nullable String regionCode, Instant receivedAt) {

    static ReceivedFixture received() {
        return new ReceivedFixture(
                "Jalan di depan pasar berlubang.", null, null, Instant.parse("2026-11-02T02:00:00Z"));
    }

    ReceivedFixture saying(String words) {
        return new ReceivedFixture(words, category, regionCode, receivedAt);
    }

    ReceivedFixture inCategory(String id) {
        return new ReceivedFixture(text, id, regionCode, receivedAt);
    }

    ReceivedFixture inRegion(String code) {
        return new ReceivedFixture(text, category, code, receivedAt);
    }

    ReceivedFixture at(String instant) {
        return new ReceivedFixture(text, category, regionCode, Instant.parse(instant));
    }

    ReceivedFixture at(Instant instant) {
        return new ReceivedFixture(text, category, regionCode, instant);
    }

    ComplaintReceived event() {
        return new ComplaintReceived(
                "SKA-0000-0000",
                Channel.WEB,
                ComplaintType.ORDINARY,
                Visibility.PUBLIC,
                null,
                text,
                category,
                regionCode == null ? null : new Location(null, regionCode, null, null),
                Set.of(),
                receivedAt);
    }
}
