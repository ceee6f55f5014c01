package id.tanggap.response.projection;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.messaging.Rows;
import id.tanggap.search.Lexemes;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a case is. */
record Received(UUID id, String government, ComplaintReceived complaint) {
    static final Rows<Received> ROWS = Rows.of(Received.class)
            .uuid("id", Received::id)
            .text("government", Received::government)
            .text("number", row -> row.complaint().number())
            .text("channel", row -> row.complaint().channel().name())
            .text("type", row -> row.complaint().type().name())
            .text("visibility", row -> row.complaint().visibility().name())
            .text("category", row -> row.complaint().category())
            .text("region_code", row -> row.where(Location::regionCode))
            .time("received_at", row -> row.complaint().receivedAt())
            .text("title", row -> row.complaint().title())
            .text("text", row -> row.complaint().text())
            .text("address", row -> row.where(Location::address))
            .text("words", Received::words)
            .decimal("lat", row -> row.where(Location::lat))
            .decimal("lon", row -> row.where(Location::lon))
            .text("attachments", row -> Attachments.written(row.complaint().attachments()));

    private String words() {
        return Lexemes.of(complaint.number(), complaint.title(), complaint.text(), where(Location::address));
    }

    private <T> @Nullable T where(Function<Location, @Nullable T> part) {
        return complaint.location() == null ? null : part.apply(complaint.location());
    }
}
