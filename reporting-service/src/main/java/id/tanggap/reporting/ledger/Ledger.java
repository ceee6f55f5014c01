package id.tanggap.reporting.ledger;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.proof.Digest;
import id.tanggap.proof.EventChain;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Appends every event to the chain of its complaint and topic. Within a topic the events of a complaint come in one
 * order only; between topics there is none, which is why each has a chain of its own.
 */
@ApplicationScoped
public class Ledger {
    private static final String HEADS = """
            select complaint_id, seq, link from ledger_head where topic = $1 and complaint_id = any($2)
            """;
    private static final String APPEND = Link.ROWS.insertInto("ledger");
    private static final String MOVE_HEADS =
            Link.HEAD.insertInto("ledger_head") + Link.HEAD.overwritingBy("complaint_id", "topic");

    /** Where it is kept: what is in use, or what is being built anew beside it. */
    public enum Tables {
        IN_USE("ledger"),
        REBUILT("rebuilt_ledger");

        private final String name;

        Tables(String name) {
            this.name = name;
        }

        private String in(String sql) {
            return sql.replace("ledger", name);
        }
    }

    /** @param events each of them for the first time */
    public Uni<Void> append(SqlConnection transaction, List<ReceivedEvent> events, Tables tables) {
        var byTopic = new TreeMap<String, List<ReceivedEvent>>();
        events.forEach(event -> byTopic.computeIfAbsent(Topics.of(event.event()), _ -> new ArrayList<>())
                .add(event));
        return byTopic.entrySet().stream()
                .map(topic -> append(transaction, topic.getKey(), topic.getValue(), tables))
                .reduce(Uni.createFrom().voidItem(), (done, next) -> done.chain(() -> next));
    }

    private static Uni<Void> append(
            SqlConnection transaction, String topic, List<ReceivedEvent> events, Tables tables) {
        return heads(transaction, topic, events, tables).chain(heads -> {
            var links = new ArrayList<Link>(events.size());
            var last = new TreeMap<UUID, Link>();
            for (var event : events) {
                var link = heads.getOrDefault(event.envelope().subject(), Head.START)
                        .next(topic, event);
                heads.put(link.complaint(), new Head(link.seq(), link.link()));
                last.put(link.complaint(), link);
                links.add(link);
            }
            return write(transaction, tables.in(APPEND), Link.ROWS.tuple(links))
                    .chain(() -> write(transaction, tables.in(MOVE_HEADS), Link.HEAD.tuple(last.values())));
        });
    }

    private static Uni<Map<UUID, Head>> heads(
            SqlConnection transaction, String topic, List<ReceivedEvent> events, Tables tables) {
        var complaints = events.stream()
                .map(event -> event.envelope().subject())
                .distinct()
                .toArray(UUID[]::new);
        return transaction
                .preparedQuery(tables.in(HEADS))
                .execute(Tuple.of(topic).addArrayOfUUID(complaints))
                .map(rows -> {
                    var heads = new HashMap<UUID, Head>();
                    rows.forEach(row -> heads.put(
                            row.getUUID("complaint_id"),
                            new Head(
                                    row.getInteger("seq"),
                                    Digest.of(row.getBuffer("link").getBytes()))));
                    return heads;
                });
    }

    private static Uni<Void> write(SqlConnection transaction, String sql, Tuple values) {
        return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private record Head(int seq, Digest link) {
        private static final Head START = new Head(0, EventChain.START);

        Link next(String topic, ReceivedEvent event) {
            return Link.after(seq, link, topic, event);
        }
    }
}
