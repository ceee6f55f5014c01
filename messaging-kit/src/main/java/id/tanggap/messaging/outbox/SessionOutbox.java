package id.tanggap.messaging.outbox;

import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import org.hibernate.reactive.mutiny.Mutiny;

/** The outbox for use cases that change an aggregate through Hibernate Reactive. */
public final class SessionOutbox {
    private static final String INSERT = """
            insert into outbox (topic, id, type, source, subject, government, time, traceparent, payload)
            values (:topic, :id, :type, :source, :subject, :government, :time, :traceparent, :payload)
            """;

    /** Appends in the session's transaction; the caller says {@link Outbox#committed()} after its commit. */
    public static Uni<Void> append(Mutiny.Session session, OutgoingEvent... events) {
        // The aggregate first: its row lock decides the order of two writers of the same subject.
        return Arrays.stream(events)
                .reduce(session.flush(), (done, event) -> done.chain(() -> insert(session, event)), (a, b) -> b);
    }

    private static Uni<Void> insert(Mutiny.Session session, OutgoingEvent event) {
        var envelope = event.envelope();
        return session.createNativeQuery(INSERT)
                .setParameter("topic", event.topic())
                .setParameter("id", envelope.id())
                .setParameter("type", envelope.type())
                .setParameter("source", envelope.source())
                .setParameter("subject", envelope.subject())
                .setParameter("government", envelope.government())
                .setParameter("time", envelope.time())
                .setParameter("traceparent", envelope.traceparent())
                .setParameter("payload", event.payload())
                .executeUpdate()
                .replaceWithVoid();
    }

    private SessionOutbox() {}
}
