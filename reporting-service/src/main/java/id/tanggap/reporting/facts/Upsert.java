package id.tanggap.reporting.facts;

import id.tanggap.contracts.event.Event;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;

/** One statement for all rows of a batch. */
record Upsert(String sql, Tuple values, boolean isEmpty) {

    /** @param facts sorted by complaint, which is the order in which their locks are taken */
    static <T> Upsert of(String sql, Rows<T> rows, SortedMap<UUID, T> facts) {
        return new Upsert(sql, rows.tuple(facts.values()), facts.isEmpty());
    }

    /** How a fact takes up an event, and whether the event says anything that it keeps. */
    interface Hearing<F, E> {
        boolean hear(F fact, E told, Instant at);
    }

    /**
     * What happened of the kind that a topic's owner tells, each complaint's gathered in one fact; no fact where none says anything.
     *
     * @param begin an empty fact of a complaint and its government
     */
    static <F, E extends Event> SortedMap<UUID, F> gathered(
            List<ReceivedEvent> events, Class<E> topic, BiFunction<UUID, String, F> begin, Hearing<F, E> hearing) {
        var facts = new TreeMap<UUID, F>();
        var concerned = new HashSet<UUID>();
        for (var event : events) {
            var envelope = event.envelope();
            for (var part : event.event().parts()) {
                if (topic.isInstance(part)) {
                    var fact = facts.computeIfAbsent(envelope.subject(), id -> begin.apply(id, envelope.government()));
                    if (hearing.hear(fact, topic.cast(part), envelope.time())) {
                        concerned.add(envelope.subject());
                    }
                }
            }
        }
        facts.keySet().retainAll(concerned);
        return facts;
    }
}
