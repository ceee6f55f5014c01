package id.tanggap.response.desk;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.ResponseEvent;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.agency.Division;
import id.tanggap.masking.Maskings;
import id.tanggap.masking.text.Mark;
import id.tanggap.messaging.Trace;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.Proposals;
import id.tanggap.messaging.outbox.SessionOutbox;
import id.tanggap.response.desk.DeskCase.Answer;
import id.tanggap.response.life.Action;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What officers do with a case: the change, the deed on record and the event in one transaction, under the case's row
 * lock. All give null when the officer's desk has no such case, and did not have it either when the same request came before.
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
    private final Maskings maskings;
    private final InstantSource time;

    Desk(
            Mutiny.SessionFactory sessions,
            Governments governments,
            Outbox outbox,
            EventWriter events,
            Proposals proposals,
            Changes changes,
            Maskings maskings,
            InstantSource time) {
        this.sessions = sessions;
        this.governments = governments;
        this.outbox = outbox;
        this.events = events;
        this.proposals = proposals;
        this.changes = changes;
        this.maskings = maskings;
        this.time = time;
    }

    public Uni<@Nullable Outcome> accept(Asked asked) {
        return act(asked, Action.ACCEPT, (it, now) -> it.accept(asked.by(), now));
    }

    /** @param mine whether to oneself; to nobody otherwise */
    public Uni<@Nullable Outcome> assign(Asked asked, boolean mine) {
        return act(asked, Action.ASSIGN, (it, _) -> it.assign(asked.by(), mine ? asked.by() : null));
    }

    /** @param division id within the agency that has the case */
    public Uni<@Nullable Outcome> dispose(Asked asked, String division, String instruction, Instant dueAt) {
        return act(
                asked,
                Action.DISPOSE,
                (it, now) -> it.dispose(asked.by(), division(it, division), instruction, dueAt, now));
    }

    public Uni<@Nullable Outcome> answerAsDivision(Asked asked, String text) {
        return act(asked, Action.ANSWER_AS_DIVISION, (it, now) -> it.answerAsDivision(asked.by(), text, now));
    }

    public Uni<@Nullable Outcome> requestInformation(Asked asked, String question) {
        return act(
                asked,
                Action.REQUEST_INFORMATION,
                _ -> question,
                (it, now) -> it.requestInformation(asked.by(), question, now));
    }

    public Uni<@Nullable Outcome> requestApproval(Asked asked) {
        return act(asked, Action.REQUEST_APPROVAL, (it, _) -> it.requestApproval(asked.by()));
    }

    public Uni<@Nullable Outcome> approve(Asked asked, int draftVersion) {
        return act(asked, Action.APPROVE, (it, now) -> it.approve(asked.by(), draftVersion, now));
    }

    public Uni<@Nullable Outcome> sendBack(Asked asked, String remark) {
        return act(asked, Action.SEND_BACK, (it, _) -> it.sendBack(asked.by(), remark));
    }

    public Uni<@Nullable Outcome> publishDraft(Asked asked, int draftVersion) {
        return act(
                asked,
                Action.PUBLISH,
                it -> it.draft == null ? "" : it.draft.text,
                (it, now) -> it.publishDraft(
                        asked.by(), draftVersion, zone(asked.by().government()), now));
    }

    public Uni<@Nullable Outcome> publishAtOnce(
            Asked asked, String text, @Nullable String followUp, @Nullable LocalDate followUpBy) {
        var answer = new Answer(text, followUp, followUpBy);
        return act(
                asked,
                Action.PUBLISH,
                _ -> text,
                (it, now) ->
                        it.publishAtOnce(asked.by(), answer, zone(asked.by().government()), now));
    }

    public Uni<@Nullable Outcome> resolve(Asked asked) {
        return act(asked, Action.RESOLVE, (it, now) -> it.resolve(asked.by(), now));
    }

    /** The case as it is now; nothing is locked or changed. */
    public Uni<@Nullable DeskCase> find(UUID id, Officer officer) {
        return sessions.<@Nullable DeskCase>withSession(session -> load(session, id, officer, LockModeType.NONE));
    }

    /**
     * What would identify somebody in the words of this case that are about to leave: none of a secret case, whose words do
     * not leave. Null when the officer's desk has no such case.
     */
    public Uni<@Nullable List<Mark>> identifying(UUID id, Officer officer, String words) {
        return find(id, officer).map(found -> found == null ? null : identifying(found, words));
    }

    private List<Mark> identifying(DeskCase about, String words) {
        return about.visibility().isSecret()
                ? List.of()
                : maskings.in(about.government).marks(words);
    }

    /** For what leaves the office: unless it is meant to, nothing goes that tells who somebody is. */
    private Uni<@Nullable Outcome> act(
            Asked asked, Action action, Function<DeskCase, String> words, BiFunction<DeskCase, Instant, Outcome> rule) {
        return act(asked, action, (it, now) -> {
            var marks = asked.identityMeant() || it.refusal(action, asked.by()) != null
                    ? List.<Mark>of()
                    : identifying(it, words.apply(it));
            return marks.isEmpty() ? rule.apply(it, now) : new Outcome.Identifying(marks);
        });
    }

    private Uni<@Nullable Outcome> act(Asked asked, Action action, BiFunction<DeskCase, Instant, Outcome> rule) {
        var traceparent = Trace.current();
        return sessions.<@Nullable Outcome>withTransaction(session -> load(
                                session, asked.about(), asked.by(), LockModeType.PESSIMISTIC_WRITE)
                        .chain(it -> isDone(session, asked).chain(done -> {
                            if (done) {
                                return Uni.createFrom().item(Outcome.done(null));
                            }
                            return it == null
                                    ? Uni.createFrom().<@Nullable Outcome>nullItem()
                                    : act(session, asked, action, it, rule, traceparent);
                        })))
                .invoke(outcome -> {
                    if (outcome instanceof Outcome.Done) {
                        outbox.committed();
                        changes.of(asked.about());
                        log(asked.about(), action);
                    }
                });
    }

    /** Whether the same request was granted before, though the case has left the desk since: the answer to it was lost. */
    private static Uni<Boolean> isDone(Mutiny.Session session, Asked asked) {
        return asked.request() == null
                ? Uni.createFrom().item(false)
                : session.createSelectionQuery("select count(*) from Deed where request = ?1", Long.class)
                        .setParameter(1, asked.request())
                        .getSingleResult()
                        .map(deeds -> deeds > 0);
    }

    private Uni<Outcome> act(
            Mutiny.Session session,
            Asked asked,
            Action action,
            DeskCase it,
            BiFunction<DeskCase, Instant, Outcome> rule,
            @Nullable String traceparent) {
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var former = FormerAnswer.of(it);
        var outcome = rule.apply(it, now);
        if (!(outcome instanceof Outcome.Done done)) {
            return Uni.createFrom().item(outcome);
        }
        var deed = Deed.of(it, asked, action, done.text(), now);
        deed.former = Undone.by(action).findAny().isPresent() ? former.written() : null;
        return record(session, it, deed, done.event(), traceparent).replaceWith(outcome);
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
        found.approver = ApprovalRule.approver(government(found.government).sop(), found.type, found.objected);
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
        if (told instanceof Act act) {
            deed.actId = act.awaitsRouting() ? outgoing.envelope().id() : null;
            about.stand(about.standing().told(outgoing.envelope().id(), act.awaitsRouting()));
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
