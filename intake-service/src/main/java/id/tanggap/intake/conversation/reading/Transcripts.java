package id.tanggap.intake.conversation.reading;

import id.tanggap.channel.Outgoing.Choice;
import id.tanggap.intake.channel.Accounts;
import id.tanggap.intake.conversation.Conversations;
import id.tanggap.intake.conversation.Entry;
import id.tanggap.intake.conversation.reading.Transcript.Line;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Vault;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens what was said of a complaint. */
@ApplicationScoped
class Transcripts {
    /** The newest; no complaint needs as many. */
    private static final int MOST = 300;

    /** In the order in which it was heard and said: the provider's clock is another one, and tells seconds. */
    private static final String FIND = """
            select e.id, e.ours, e.said_at, e.sealed, c.account, c.free_until, c.stopped
            from conversation_entry e join conversation c on c.id = e.conversation_id
            where e.complaint_id = $1 order by e.id desc limit $2
            """;

    private final Pool pool;
    private final Accounts accounts;
    private final Conversations conversations;
    private final Seal seal;

    Transcripts(Pool pool, Accounts accounts, Conversations conversations, Seal seal) {
        this.pool = pool;
        this.accounts = accounts;
        this.conversations = conversations;
        this.seal = seal;
    }

    /** Null when it was not brought in a conversation. */
    Uni<@Nullable Transcript> of(Vault.Entry complaint, byte[] key) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(complaint.complaint(), MOST + 1))
                .map(rows -> rows.size() == 0 ? null : transcript(complaint.complaint(), key, listed(rows)));
    }

    private static List<Row> listed(Iterable<Row> rows) {
        var listed = new ArrayList<Row>();
        rows.forEach(listed::add);
        return listed;
    }

    private Transcript transcript(UUID complaint, byte[] key, List<Row> newest) {
        var last = newest.getFirst();
        var account = accounts.find(last.getString("account"));
        var freeUntil = last.getOffsetDateTime("free_until");
        return new Transcript(
                account == null ? null : account.provider().way(),
                last.getString("account"),
                freeUntil == null ? null : freeUntil.toInstant(),
                last.getBoolean("stopped"),
                newest.size() > MOST,
                lines(
                        complaint,
                        key,
                        newest.reversed().stream()
                                .skip(Math.max(0, newest.size() - MOST))
                                .toList()));
    }

    /** What was pressed stands there by what it was called. */
    private List<Line> lines(UUID complaint, byte[] key, List<Row> rows) {
        var offered = new HashMap<String, String>();
        return rows.stream()
                .map(row -> {
                    var entry = open(complaint, key, row);
                    entry.choices().forEach(choice -> offered.put(choice.id(), choice.title()));
                    return line(row, entry, offered.getOrDefault(entry.text(), entry.text()));
                })
                .toList();
    }

    private Entry open(UUID complaint, byte[] key, Row row) {
        var sealed = row.getBuffer("sealed").getBytes();
        return conversations.read(seal.openBytes(complaint, key, row.getUUID("id"), sealed), Entry.class);
    }

    private static Line line(Row row, Entry entry, String said) {
        var at = row.getOffsetDateTime("said_at").toInstant();
        var text = entry.isPrivate() ? null : said;
        var choices = entry.choices().stream().map(Choice::title).toList();
        return new Line(row.getUUID("id"), at, row.getBoolean("ours"), text, choices, entry.files());
    }
}
