package id.tanggap.routing.cases;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A received complaint, valid by default. */
public record ReceivedFixture(
        String number,
        String text,
        @Nullable String category,
        @Nullable String regionCode,
        Instant receivedAt,
        ComplaintType type) {

    public static ReceivedFixture received() {
        return new ReceivedFixture(
                "SKA-0000-0000",
                "Jalan di depan pasar berlubang.",
                null,
                null,
                Instant.parse("2026-11-02T02:00:00Z"),
                ComplaintType.ORDINARY);
    }

    public ReceivedFixture numbered(String number) {
        return new ReceivedFixture(number, text, category, regionCode, receivedAt, type);
    }

    public ReceivedFixture saying(String words) {
        return new ReceivedFixture(number, words, category, regionCode, receivedAt, type);
    }

    public ReceivedFixture inCategory(String id) {
        return new ReceivedFixture(number, text, id, regionCode, receivedAt, type);
    }

    public ReceivedFixture inRegion(String code) {
        return new ReceivedFixture(number, text, category, code, receivedAt, type);
    }

    public ReceivedFixture ofType(ComplaintType legalClass) {
        return new ReceivedFixture(number, text, category, regionCode, receivedAt, legalClass);
    }

    public ReceivedFixture at(String instant) {
        return new ReceivedFixture(number, text, category, regionCode, Instant.parse(instant), type);
    }

    public ReceivedFixture at(Instant instant) {
        return new ReceivedFixture(number, text, category, regionCode, instant, type);
    }

    public ComplaintReceived event() {
        return new ComplaintReceived(
                number,
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
