package id.tanggap.response.desk;

import id.tanggap.contracts.ResponseEvent;
import id.tanggap.contracts.ResponseEvent.Accepted;
import id.tanggap.contracts.ResponseEvent.AnswerPublished;
import id.tanggap.messaging.EventWriter;
import id.tanggap.messaging.Outbox;
import id.tanggap.messaging.SessionOutbox;
import id.tanggap.messaging.Trace;
import id.tanggap.response.desk.DeskCase.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What officers do with a case: the change and its event in one transaction, under the case's row lock. */
@ApplicationScoped
class Desk {
    private static final Logger LOG = Logger.getLogger(Desk.class);

    private final Mutiny.SessionFactory sessions;
    private final Outbox outbox;
    private final EventWriter events;
    private final InstantSource time;

    Desk(Mutiny.SessionFactory sessions, Outbox outbox, EventWriter events, InstantSource time) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.events = events;
        this.time = time;
    }

    /** Null when the officer's desk has no such case. */
    Uni<@Nullable Outcome> accept(UUID id, Reach reach) {
        return act(
                id,
                reach,
                (deskCase, now) -> deskCase.accept(reach.officer(), now),
                deskCase -> new Accepted(
                        Objects.requireNonNull(deskCase.agency), Objects.requireNonNull(deskCase.acceptedAt)));
    }

    /** Null when the officer's desk has no such case. */
    Uni<@Nullable Outcome> answer(UUID id, Reach reach, String text) {
        return act(
                id,
                reach,
                (deskCase, now) -> deskCase.answer(text, reach.officer(), now),
                deskCase -> new AnswerPublished(
                        Objects.requireNonNull(deskCase.agency),
                        deskCase.isSecret() ? null : deskCase.answer,
                        Objects.requireNonNull(deskCase.answeredAt)));
    }

    private Uni<@Nullable Outcome> act(
            UUID id,
            Reach reach,
            BiFunction<DeskCase, Instant, Outcome> rule,
            Function<DeskCase, ResponseEvent> event) {
        var traceparent = Trace.current();
        return sessions.<@Nullable Outcome>withTransaction(session -> session.find(
                                DeskCase.class, id, LockModeType.PESSIMISTIC_WRITE)
                        .chain(deskCase -> {
                            if (deskCase == null || !reach.covers(deskCase)) {
                                return Uni.createFrom().nullItem();
                            }
                            var outcome = rule.apply(deskCase, time.instant().truncatedTo(ChronoUnit.MICROS));
                            return switch (outcome) {
                                case Outcome.Refused _ -> Uni.createFrom().item(outcome);
                                case Outcome.Done _ ->
                                    SessionOutbox.append(
                                                    session,
                                                    events.write(
                                                            event.apply(deskCase),
                                                            id,
                                                            deskCase.government,
                                                            traceparent))
                                            .replaceWith(outcome);
                            };
                        }))
                .invoke(outcome -> {
                    outbox.committed();
                    log(id, outcome);
                });
    }

    private static void log(UUID id, @Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Done(var deed)) {
            MDC.put("complaintId", id);
            LOG.info(deed);
            MDC.remove("complaintId");
        }
    }
}
