package id.tanggap.response.desk;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.governments.Government;
import id.tanggap.governments.agency.Division;
import id.tanggap.response.desk.DeskCase.Answer;
import id.tanggap.response.life.Action;
import id.tanggap.response.life.Standing;
import id.tanggap.response.life.Whereabouts;
import id.tanggap.response.officer.Officer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One case as the desk's tables hold it after all that was heard and done: the same decisions without them. */
public final class HeldCase {
    private final DeskCase about = new DeskCase();
    private final Government government;
    private final Map<UUID, Done> proposed = new LinkedHashMap<>();
    /** What is being done, and the answer that stood on it before. */
    private Action doing = Action.NOTE;

    private FormerAnswer former = FormerAnswer.NONE;

    public HeldCase(UUID id, Government government) {
        this.government = government;
        about.id = id;
        about.government = government.id();
    }

    /**
     * Hears what was told, of which the desk shows something.
     *
     * @param id that the event has, or that of the proposal whose taking it tells
     */
    public void hear(UUID id, Event event, Instant at) {
        if (event instanceof ComplaintReceived complaint) {
            about.visibility = complaint.visibility();
            about.type = complaint.type();
        }
        about.objected |= event instanceof ObjectionRaised;
        about.approver = ApprovalRule.approver(government.sop(), about.type, about.objected);
        if (Whereabouts.isLostBy(event)) {
            forget(at);
        }
        about.agency = Whereabouts.after(about.agency, event);
        if (event instanceof ActRefused refused && Standing.isOfTheDesk(refused)) {
            refuse(refused);
        }
        if (Standing.isTurnedBy(event)) {
            about.stand(about.standing().after(id, event));
        }
    }

    /** What the former agency began and did not finish. */
    private void forget(Instant at) {
        about.dispositions.stream().filter(Disposition::isOpen).forEach(it -> it.voidedAt = at);
        about.draft = null;
        about.assignee = null;
        about.assigneeName = null;
        about.approvalRequested = false;
    }

    /** Whoever did it is told, and what stood before stands again, unless something newer does. */
    private void refuse(ActRefused refused) {
        var done = proposed.get(refused.actId());
        if (done == null) {
            return;
        }
        done.refused = refused.reason();
        Undone.by(done.action)
                .forEach(what -> proposed.values().stream()
                        .dropWhile(it -> it != done)
                        .skip(1)
                        .filter(it -> it.refused == null && what.isChangedBy(it.action))
                        .findFirst()
                        .ifPresentOrElse(
                                later -> later.former = what.restored(later.former, done.former),
                                () -> what.restored(FormerAnswer.of(about), done.former)
                                        .standOn(about)));
    }

    public @Nullable Outcome accept(Officer by, Instant now) {
        return on(by, Action.ACCEPT, () -> about.accept(by, now));
    }

    public @Nullable Outcome dispose(Officer by, Division to, Instant dueAt, Instant now) {
        return on(by, Action.DISPOSE, () -> about.dispose(by, to, "Periksa.", dueAt, now));
    }

    public @Nullable Outcome answerAsDivision(Officer by, Instant now) {
        return on(by, Action.ANSWER_AS_DIVISION, () -> about.answerAsDivision(by, "Sudah.", now));
    }

    public @Nullable Outcome requestInformation(Officer by, String question, Instant now) {
        return on(by, Action.REQUEST_INFORMATION, () -> about.requestInformation(by, question, now));
    }

    /** Writes an answer that waits for somebody else's approval. */
    public @Nullable Outcome draft(Officer by, String text) {
        return on(by, Action.DRAFT, () -> {
            var refusal = about.refusal(Action.DRAFT, by);
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
            var draft = new Draft();
            draft.text = text;
            draft.version = about.draft == null ? 1 : about.draft.version + 1;
            draft.editedBy = by.id();
            about.draft = draft;
            about.approvalRequested = false;
            return Outcome.done(null);
        });
    }

    public @Nullable Outcome requestApproval(Officer by) {
        return on(by, Action.REQUEST_APPROVAL, () -> about.requestApproval(by));
    }

    /** Approves the draft as it is. */
    public @Nullable Outcome approve(Officer by, Instant now) {
        return on(by, Action.APPROVE, () -> about.approve(by, about.draft == null ? 0 : about.draft.version, now));
    }

    /** Publishes the draft where there is one, and these words where there is none. */
    public @Nullable Outcome publish(Officer by, String text, Instant now) {
        var zone = government.calendar().zone();
        var draft = about.draft;
        return on(
                by,
                Action.PUBLISH,
                () -> draft == null
                        ? about.publishAtOnce(by, new Answer(text, null, null), zone, now)
                        : about.publishDraft(by, draft.version, zone, now));
    }

    public @Nullable Outcome resolve(Officer by, Instant now) {
        return on(by, Action.RESOLVE, () -> about.resolve(by, now));
    }

    /** Null when the officer's desk has no such case. */
    private @Nullable Outcome on(Officer by, Action action, Supplier<Outcome> deed) {
        if (!about.isOnDeskOf(by)) {
            return null;
        }
        doing = action;
        former = FormerAnswer.of(about);
        return deed.get();
    }

    /**
     * Tells the other services of what was just done.
     *
     * @param id of the event that tells it
     */
    public void tell(UUID id, Act told) {
        about.stand(about.standing().told(id, told.awaitsRouting()));
        if (told.awaitsRouting()) {
            proposed.put(id, new Done(doing, former));
        }
        if (doing == Action.PUBLISH) {
            about.draft = null;
        }
    }

    public Standing standing() {
        return about.standing();
    }

    /** On whose desk it lies; null when on none. */
    public @Nullable String agency() {
        return about.agency;
    }

    /** When the answer was given that stands on it; null when none does. */
    public @Nullable Instant answeredAt() {
        return about.answeredAt;
    }

    /** The answer that stands on it; null when none does. */
    public @Nullable String answer() {
        return about.answer;
    }

    /** Why a deed has no effect, as who did it is told; null while nobody said so. */
    public @Nullable ActRefusal refusal(UUID act) {
        var done = proposed.get(act);
        return done == null ? null : done.refused;
    }

    /** A deed of which routing says what becomes. */
    private static final class Done {
        private final Action action;
        private FormerAnswer former;
        private @Nullable ActRefusal refused;

        Done(Action action, FormerAnswer former) {
            this.action = action;
            this.former = former;
        }
    }
}
