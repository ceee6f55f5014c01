package id.tanggap.intake.channel;

import id.tanggap.channel.Outcome;
import id.tanggap.channel.Received;
import id.tanggap.channel.Received.Report;
import id.tanggap.channel.Unreadable;
import id.tanggap.contracts.event.ConversationEvent.DeliveryReported;
import id.tanggap.contracts.event.ConversationEvent.ReportedFault;
import id.tanggap.contracts.event.ConversationEvent.ReportedState;
import id.tanggap.intake.channel.InboundEvents.Waiting;
import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Passes on what providers report of our messages, and puts away what is about no citizen and calls for nothing. */
@ApplicationScoped
class Reports {
    private static final Pace PACE = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(5));
    private static final int AT_ONCE = 100;

    private final InboundEvents events;
    private final Accounts accounts;
    private final Outbox outbox;
    private final EventWriter writer;
    private final Watch watch;

    Reports(InboundEvents events, Accounts accounts, Outbox outbox, EventWriter writer, Vertx vertx) {
        this.events = events;
        this.accounts = accounts;
        this.outbox = outbox;
        this.writer = writer;
        this.watch = new Watch("What providers report", vertx, PACE, this::look);
    }

    void start(@Observes StartupEvent event) {
        watch.wake();
    }

    void arrived(@Observes Arrived something) {
        watch.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    private Uni<Duration> look() {
        return outbox.inTransaction(
                        transaction -> events.told(transaction, AT_ONCE).call(waiting -> putAway(transaction, waiting)))
                .map(waiting -> waiting.size() < AT_ONCE ? PACE.longestSleep() : Duration.ZERO);
    }

    private Uni<Void> putAway(SqlConnection transaction, List<Waiting> waiting) {
        return Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(event -> putAway(transaction, event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> putAway(SqlConnection transaction, Waiting event) {
        var account = accounts.find(event.account());
        if (account == null) {
            return events.quarantine(transaction, event.id(), "account closed");
        }
        try {
            return outbox.append(
                            transaction, told(account, account.provider().hook().read(event.raw())))
                    .chain(() -> events.end(transaction, List.of(event.id())));
        } catch (Unreadable e) {
            return events.quarantine(transaction, event.id(), String.valueOf(e.getMessage()));
        }
    }

    private List<OutgoingEvent> told(Account account, Received received) {
        return received instanceof Report(UUID reference, var _, var at, var outcome) && reference != null
                ? List.of(writer.write(
                        reported(outcome, at), reference, account.government().id(), null))
                : List.of();
    }

    private static DeliveryReported reported(Outcome outcome, Instant at) {
        return switch (outcome) {
            case Outcome.Sent _, Outcome.Unknown _ -> reported(ReportedState.SENT, at);
            case Outcome.Delivered _ -> reported(ReportedState.DELIVERED, at);
            case Outcome.Read _ -> reported(ReportedState.READ, at);
            case Outcome.Failed failed ->
                new DeliveryReported(
                        ReportedState.FAILED,
                        ReportedFault.valueOf(failed.fault().name()),
                        failed.cause(),
                        at);
        };
    }

    private static DeliveryReported reported(ReportedState state, Instant at) {
        return new DeliveryReported(state, null, null, at);
    }
}
