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
        String text, @Nullable String category, @Nullable String regionCode, Instant receivedAt, ComplaintType type) {

    static ReceivedFixture received() {
        return new ReceivedFixture(
                "Jalan di depan pasar berlubang.",
                null,
                null,
                Instant.parse("2026-11-02T02:00:00Z"),
                ComplaintType.ORDINARY);
    }

    ReceivedFixture saying(String words) {
        return new ReceivedFixture(words, category, regionCode, receivedAt, type);
    }

    ReceivedFixture inCategory(String id) {
        return new ReceivedFixture(text, id, regionCode, receivedAt, type);
    }

    ReceivedFixture inRegion(String code) {
        return new ReceivedFixture(text, category, code, receivedAt, type);
    }

    ReceivedFixture ofType(ComplaintType legalClass) {
        return new ReceivedFixture(text, category, regionCode, receivedAt, legalClass);
    }

    ReceivedFixture at(String instant) {
        return new ReceivedFixture(text, category, regionCode, Instant.parse(instant), type);
    }

    ReceivedFixture at(Instant instant) {
        return new ReceivedFixture(text, category, regionCode, instant, type);
    }

    ComplaintReceived event() {
        return new ComplaintReceived(
                "SKA-0000-0000",
                Channel.WEB,
                type,
                Visibility.PUBLIC,
                null,
                text,
                category,
                regionCode == null ? null : new Location(null, regionCode, null, null),
                Set.of(),
                receivedAt);
    }
}
