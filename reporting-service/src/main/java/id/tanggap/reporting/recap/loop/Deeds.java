package id.tanggap.reporting.recap.loop;

import id.tanggap.messaging.Rows;
import id.tanggap.proof.Digest;
import id.tanggap.reporting.recap.loop.Deed.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Keeps what was done with recaps: only ever added to, and read in the order in which it was done. */
public final class Deeds {
    private static final Rows<Deed> ROWS = Rows.of(Deed.class)
            .number("seq", Deed::seq)
            .text("kind", deed -> deed.kind().name())
            .number("version", Deed::version)
            .text("done_by", deed -> deed.by() == null ? null : deed.by().id())
            .text("done_by_name", deed -> deed.by() == null ? null : deed.by().name())
            .text("text", Deed::text)
            .text("done_at", deed -> deed.at().toString())
            .bytes("link", deed -> deed.link().bytes())
            .from(2);
    private static final String ADD = "insert into recap_deed (recap_id, %1$s) select $1, %1$s from %2$s"
            .formatted(ROWS.names(), ROWS.as("done"));
    private static final String OF = "select * from recap_deed where recap_id = $1 order by seq";

    static Uni<Void> add(SqlClient transaction, UUID recap, List<Deed> deeds) {
        return transaction
                .preparedQuery(ADD)
                .execute(ROWS.addTo(Tuple.of(recap), deeds))
                .replaceWithVoid();
    }

    public static Uni<List<Deed>> of(SqlClient client, UUID recap) {
        return rows(client, recap)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Deeds::read)
                        .toList());
    }

    /** Unread, for who doubts that they can be. */
    static Uni<RowSet<Row>> rows(SqlClient client, UUID recap) {
        return client.preparedQuery(OF).execute(Tuple.of(recap));
    }

    static Deed read(Row row) {
        var by = row.getString("done_by");
        return new Deed(
                row.getInteger("seq"),
                Deed.Kind.valueOf(row.getString("kind")),
                row.getInteger("version"),
                by == null ? null : new Actor(by, row.getString("done_by_name")),
                row.getString("text"),
                Instant.parse(row.getString("done_at")),
                Digest.of(row.getBuffer("link").getBytes()));
    }

    private Deeds() {}
}
