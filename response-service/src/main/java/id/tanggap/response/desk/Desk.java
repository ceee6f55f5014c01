package id.tanggap.response.desk;

import id.tanggap.contracts.event.ResponseEvent;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.agency.Division;
import id.tanggap.messaging.Trace;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.Proposals;
import id.tanggap.messaging.outbox.SessionOutbox;
import id.tanggap.response.desk.DeskCase.Answer;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What officers do with a case: the change, the deed on record and the event in one transaction, under the case's row
 * lock. All give null when the officer's desk has no such case.
 */
@ApplicationScoped
public class Desk {
    private static final Logger LOG = Logger.getLogger(Desk.class);

    private final Mutiny.SessionFactory sessions;
    private final Governments governments;
    private final Outbox outbox;
    private final EventWriter events;
    private final Proposals proposals;
    private final Changes changes;
    private final InstantSource time;

    Desk(
            Mutiny.SessionFactory sessions,
            Governments governments,
            Outbox outbox,
            EventWriter events,
            Proposals proposals,
            Changes changes,
            InstantSource time) {
        this.sessions = sessions;
        this.governments = governments;
        this.outbox = outbox;
        this.events = events;
        this.proposals = proposals;
        this.changes = changes;
        this.time = time;
    }

    public Uni<@Nullable Outcome> accept(UUID id, Officer officer) {
        return act(id, officer, Action.ACCEPT, (it, now) -> it.accept(officer, now));
    }

    /** @param mine whether to oneself; to nobody otherwise */
    public Uni<@Nullable Outcome> assign(UUID id, Officer officer, boolean mine) {
        return act(id, officer, Action.ASSIGN, (it, _) -> it.assign(officer, mine ? officer : null));
    }

    /** @param division id within the agency that has the case */
    public Uni<@Nullable Outcome> dispose(
            UUID id, Officer officer, String division, String instruction, Instant dueAt) {
        return act(
                id,
                officer,
                Action.DISPOSE,
                (it, now) -> it.dispose(officer, division(it, division), instruction, dueAt, now));
    }

    public Uni<@Nullable Outcome> answerAsDivision(UUID id, Officer officer, String text) {
        return act(id, officer, Action.ANSWER_AS_DIVISION, (it, now) -> it.answerAsDivision(officer, text, now));
    }

    public Uni<@Nullable Outcome> requestInformation(UUID id, Officer officer, String question) {
        return act(id, officer, Action.REQUEST_INFORMATION, (it, now) -> it.requestInformation(officer, question, now));
    }

    public Uni<@Nullable Outcome> requestApproval(UUID id, Officer officer) {
        return act(id, officer, Action.REQUEST_APPROVAL, (it, _) -> it.requestApproval(officer));
    }

    public Uni<@Nullable Outcome> approve(UUID id, Officer officer, int draftVersion) {
        return act(id, officer, Action.APPROVE, (it, now) -> it.approve(officer, draftVersion, now));
    }

    public Uni<@Nullable Outcome> sendBack(UUID id, Officer officer, String remark) {
        return act(id, officer, Action.SEND_BACK, (it, _) -> it.sendBack(officer, remark));
    }

    public Uni<@Nullable Outcome> publishDraft(UUID id, Officer officer, int draftVersion) {
        return act(
                id,
                officer,
                Action.PUBLISH,
                (it, now) -> it.publishDraft(officer, draftVersion, zone(officer.government()), now));
    }

    public Uni<@Nullable Outcome> publishAtOnce(
            UUID id, Officer officer, String text, @Nullable String followUp, @Nullable LocalDate followUpBy) {
        var answer = new Answer(text, followUp, followUpBy);
        return act(
                id,
                officer,
                Action.PUBLISH,
                (it, now) -> it.publishAtOnce(officer, answer, zone(officer.government()), now));
    }

    public Uni<@Nullable Outcome> resolve(UUID id, Officer officer) {
        return act(id, officer, Action.RESOLVE, (it, now) -> it.resolve(officer, now));
    }

    /** The case as it is now; nothing is locked or changed. */
    public Uni<@Nullable DeskCase> find(UUID id, Officer officer) {
        return sessions.<@Nullable DeskCase>withSession(session -> load(session, id, officer, LockModeType.NONE));
    }

    private Uni<@Nullable Outcome> act(
            UUID id, Officer officer, Action action, BiFunction<DeskCase, Instant, Outcome> rule) {
        var traceparent = Trace.current();
        return sessions.<@Nullable Outcome>withTransaction(session -> load(
                                session, id, officer, LockModeType.PESSIMISTIC_WRITE)
                        .chain(it -> {
                            if (it == null) {
                                return Uni.createFrom().nullItem();
                            }
                            var now = time.instant().truncatedTo(ChronoUnit.MICROS);
                            var former = FormerAnswer.of(it);
                            var outcome = rule.apply(it, now);
                            return outcome instanceof Outcome.Done done
                                    ? record(
                                                    session,
                                                    it,
                                                    Deed.of(it, officer, action, done.text(), former, now),
                                                    done.event(),
                                                    traceparent)
                                            .replaceWith(outcome)
                                    : Uni.createFrom().item(outcome);
                        }))
                .invoke(outcome -> {
                    if (outcome instanceof Outcome.Done) {
                        outbox.committed();
                        changes.of(id);
                        log(id, action);
                    }
                });
    }

    private Uni<@Nullable DeskCase> load(Mutiny.Session session, UUID id, Officer officer, LockModeType lock) {
        return session.find(DeskCase.class, id, lock).chain(found -> {
            if (found == null) {
                return Uni.createFrom().<@Nullable DeskCase>nullItem();
            }
            return session.fetch(found.dispositions)
                    .chain(() -> found.isOnDeskOf(officer)
                            ? session.find(Draft.class, id).map(draft -> complete(found, draft))
                            : Uni.createFrom().<@Nullable DeskCase>nullItem());
        });
    }

    private DeskCase complete(DeskCase found, @Nullable Draft draft) {
        found.draft = draft;
        found.needsApproval = found.type != null
                && government(found.government).sop().policy().approval().contains(found.type.name());
        return found;
    }

    /** The deed, and what the other services are told of it; routing says what becomes of it, if it is to. */
    private Uni<Void> record(
            Mutiny.Session session,
            DeskCase about,
            Deed deed,
            @Nullable ResponseEvent event,
            @Nullable String traceparent) {
        if (event == null) {
            return keep(session, about, deed);
        }
        var told = proposals.of(event);
        var outgoing = events.write(told, about.id, about.government, traceparent);
        if (Proposals.awaitsRouting(told)) {
            deed.actId = outgoing.envelope().id();
            about.awaitedAct = deed.actId;
        }
        return keep(session, about, deed).chain(() -> SessionOutbox.append(session, outgoing));
    }

    private static Uni<Void> keep(Mutiny.Session session, DeskCase about, Deed deed) {
        var kept = session.persist(deed);
        return deed.action == Action.PUBLISH && about.draft != null
                ? kept.chain(() -> session.remove(about.draft))
                : kept;
    }

    private @Nullable Division division(DeskCase of, String division) {
        var agency = of.agency == null ? null : government(of.government).agency(of.agency);
        return agency == null ? null : agency.division(division);
    }

    private ZoneId zone(String government) {
        return government(government).calendar().zone();
    }

    private Government government(String id) {
        var government = governments.find(id);
        if (government == null) {
            throw new IllegalStateException("No files for the government " + id);
        }
        return government;
    }

    private static void log(UUID id, Action action) {
        MDC.put("complaintId", id);
        LOG.info(action);
        MDC.remove("complaintId");
    }
}
