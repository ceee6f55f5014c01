package id.tanggap.response.desk;

import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerApproved;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.agency.Division;
import id.tanggap.response.desk.ApprovalRule.Approver;
import id.tanggap.response.life.Action;
import id.tanggap.response.life.Lifecycle;
import id.tanggap.response.life.Refusal;
import id.tanggap.response.life.Standing;
import id.tanggap.response.officer.Officer;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * A case as its agency works on it. Only what the desk decides is changed here; the other columns belong to the topics
 * they come from, so an update writes what it changed and nothing else.
 */
@Entity
@Table(name = "desk_case")
@DynamicUpdate
public class DeskCase {
    @Id
    UUID id = new UUID(0, 0);

    String government = "";

    @Nullable
    String agency;

    @Convert(converter = VisibilityColumn.class)
    @Nullable
    Visibility visibility;

    @Enumerated(EnumType.STRING)
    @Nullable
    ComplaintType type;

    @Enumerated(EnumType.STRING)
    DeskStatus status = DeskStatus.DISPATCHED;

    /** The status before a detour. */
    @Enumerated(EnumType.STRING)
    @Nullable
    DeskStatus backTo;

    @Nullable
    Instant acceptedAt;

    @Nullable
    String acceptedBy;

    @Nullable
    String assignee;

    @Nullable
    String assigneeName;

    /** The division that was asked last and has not answered. */
    @Nullable
    String division;

    @Nullable
    String divisionName;

    /** When the first of the open dispositions falls due. */
    @Nullable
    Instant divisionDueAt;

    boolean approvalRequested;

    @Nullable
    String answer;

    @Nullable
    Instant answeredAt;

    @Nullable
    String answeredBy;

    /** What the answer promises to do in the field (tindak lanjut). */
    @Nullable
    String followUp;

    @Nullable
    LocalDate followUpBy;

    @Nullable
    Instant followUpDueAt;

    @Nullable
    Instant resolvedAt;

    /** The desk's last act of which routing has not said what became. */
    @Nullable
    UUID awaitedAct;

    @Version
    int version;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "case_id", nullable = false, updatable = false)
    @OrderBy("issuedAt")
    List<Disposition> dispositions = new ArrayList<>();

    /** Null when nobody has begun to write. */
    @Transient
    @Nullable
    Draft draft;

    /** Whether the citizen ever disputed an answer. */
    @Formula("(history @> '[{\"type\":\"complaint.objection-raised.v1\"}]')")
    boolean objected;

    /** Whom the SOP wants to approve the answer. */
    @Transient
    Approver approver = Approver.NOBODY;

    /** The agency takes the case in hand, and the officer with it. */
    Outcome accept(Officer officer, Instant now) {
        return unlessRefused(Action.ACCEPT, officer, () -> {
            var event = new Accepted(agency(), now);
            turnTo(Action.ACCEPT);
            acceptedAt = now;
            acceptedBy = officer.id();
            assignee = officer.id();
            assigneeName = officer.name();
            return Outcome.told(null, event);
        });
    }

    /** @param to null for nobody */
    Outcome assign(Officer officer, @Nullable Officer to) {
        return unlessRefused(Action.ASSIGN, officer, () -> {
            assignee = to == null ? null : to.id();
            assigneeName = to == null ? null : to.name();
            return Outcome.done(assigneeName);
        });
    }

    /**
     * Gives the case to a division, or from a division to a section below it (before Surakarta row 6).
     *
     * @param to null when the agency has no such division
     * @param dueAt by when the division shall answer
     */
    Outcome dispose(Officer officer, @Nullable Division to, String instruction, Instant dueAt, Instant now) {
        return unlessRefused(Action.DISPOSE, officer, () -> {
            var refusal = handedDown().refusalToGive(to, officer.division());
            if (to == null || refusal != null) {
                return Outcome.refused(Objects.requireNonNull(refusal));
            }
            var event = new DispositionIssued(agency(), to.id(), now);
            var disposition = Disposition.to(to, officer, now);
            disposition.instruction = instruction;
            disposition.dueAt = dueAt;
            give(disposition, officer.division());
            turnTo(Action.DISPOSE);
            return Outcome.told(to.name(), event);
        });
    }

    private void give(Disposition disposition, @Nullable String from) {
        var upper = handedDown().openOf(from);
        disposition.caseId = id;
        disposition.agency = agency();
        disposition.parent = upper == null ? null : upper.id;
        dispositions.add(disposition);
        showDivision();
    }

    /** A division answers what it was asked (Surakarta row 6); the case is the agency's again when all have. */
    Outcome answerAsDivision(Officer officer, String text, Instant now) {
        return unlessRefused(Action.ANSWER_AS_DIVISION, officer, () -> {
            var disposition = Objects.requireNonNull(handedDown().openOf(officer.division()));
            var event = new DivisionAnswered(agency(), disposition.division, now);
            disposition.answer(text, officer, now);
            showDivision();
            if (!handedDown().areAllAnswered()) {
                return Outcome.done(disposition.divisionName);
            }
            turnTo(Action.ANSWER_AS_DIVISION);
            return Outcome.told(disposition.divisionName, event);
        });
    }

    /**
     * Asks the citizen for more; the clocks stand still until the reply, or until the pause is used up.
     *
     * @param question as the citizen reads it
     */
    Outcome requestInformation(Officer officer, String question, Instant now) {
        return unlessRefused(Action.REQUEST_INFORMATION, officer, () -> {
            var event = InformationRequested.of(visibility(), agency(), question, now);
            turnTo(Action.REQUEST_INFORMATION);
            return Outcome.told(question, event);
        });
    }

    Outcome requestApproval(Officer officer) {
        return unlessRefused(Action.REQUEST_APPROVAL, officer, () -> {
            Objects.requireNonNull(draft).askForApproval();
            approvalRequested = true;
            return Outcome.done(null);
        });
    }

    /** @param draftVersion what the officer has read */
    Outcome approve(Officer officer, int draftVersion, Instant now) {
        return unlessRefused(Action.APPROVE, officer, () -> {
            var read = Objects.requireNonNull(draft);
            if (read.version != draftVersion) {
                return Outcome.refused(Refusal.DRAFT_CHANGED);
            }
            var event = new AnswerApproved(agency(), now);
            read.approve(officer);
            approvalRequested = false;
            return Outcome.told(null, event);
        });
    }

    /** @param remark what must be changed before it can be approved */
    Outcome sendBack(Officer officer, String remark) {
        return unlessRefused(Action.SEND_BACK, officer, () -> {
            Objects.requireNonNull(draft).sendBack(officer, remark);
            approvalRequested = false;
            return Outcome.done(remark);
        });
    }

    /**
     * Publishes the draft (Surakarta row 7, Karanganyar row 4).
     *
     * @param draftVersion what the officer has read
     * @param zone of the government
     */
    Outcome publishDraft(Officer officer, int draftVersion, ZoneId zone, Instant now) {
        var written = draft;
        if (written == null) {
            return unlessRefused(Action.PUBLISH, officer, () -> Outcome.refused(Refusal.NO_DRAFT));
        }
        return written.version == draftVersion
                ? publish(officer, new Answer(written.text, written.followUp, written.followUpBy), zone, now)
                : Outcome.refused(Refusal.DRAFT_CHANGED);
    }

    /** Publishes an answer that was written in one go, where nobody has to approve it. */
    Outcome publishAtOnce(Officer officer, Answer given, ZoneId zone, Instant now) {
        var refusal = new ApprovalRule(approver, null, answeredBy).refusalToPublish();
        return refusal == null
                ? publish(officer, given, zone, now)
                : unlessRefused(Action.PUBLISH, officer, () -> Outcome.refused(refusal));
    }

    private Outcome publish(Officer officer, Answer given, ZoneId zone, Instant now) {
        return unlessRefused(Action.PUBLISH, officer, () -> {
            var refusal = given.refusalOn(LocalDate.ofInstant(now, zone));
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
            var event = AnswerPublished.of(visibility(), agency(), given.text(), given.followUpBy(), now);
            turnTo(Action.PUBLISH);
            keep(given, zone);
            answeredAt = now;
            answeredBy = officer.id();
            handedDown().voidOpen(now);
            showDivision();
            return Outcome.told(given.inFull(), event);
        });
    }

    private void keep(Answer given, ZoneId zone) {
        answer = given.text();
        followUp = given.followUp();
        followUpBy = given.followUpBy();
        followUpDueAt = given.followUpDueAt(zone);
        resolvedAt = null;
        approvalRequested = false;
    }

    /** The follow-up that the answer promised is done. */
    Outcome resolve(Officer officer, Instant now) {
        return unlessRefused(Action.RESOLVE, officer, () -> {
            var event = new Resolved(agency(), now);
            turnTo(Action.RESOLVE);
            resolvedAt = now;
            return Outcome.told(null, event);
        });
    }

    Standing standing() {
        return new Standing(status, backTo, awaitedAct);
    }

    void stand(Standing standing) {
        status = standing.status();
        backTo = standing.before();
        awaitedAct = standing.awaited();
    }

    private Outcome unlessRefused(Action action, Officer officer, Supplier<Outcome> deed) {
        var refusal = refusal(action, officer);
        return refusal == null ? deed.get() : Outcome.refused(refusal);
    }

    /** Why the officer, who has the role for it, cannot do this now; null when it can be done. */
    public @Nullable Refusal refusal(Action action, Officer officer) {
        var refusal = Lifecycle.refusal(action, status);
        if (refusal != null) {
            return refusal;
        }
        return switch (action) {
            case DISPOSE -> handedDown().refusalToPassOn(officer.division());
            case ANSWER_AS_DIVISION -> handedDown().refusalToAnswer(officer.division());
            case REQUEST_APPROVAL -> approval().refusalToRequest();
            case APPROVE, SEND_BACK -> approval().refusalToDecide(officer);
            case PUBLISH -> approval().refusalToPublish();
            default -> null;
        };
    }

    private void turnTo(Action action) {
        stand(standing().turned(action));
    }

    private void showDivision() {
        var last = handedDown().lastOpen();
        division = last == null ? null : last.division;
        divisionName = last == null ? null : last.divisionName;
        divisionDueAt = handedDown().firstDueAt();
    }

    private Dispositions handedDown() {
        return Dispositions.of(agency, dispositions);
    }

    private ApprovalRule approval() {
        return new ApprovalRule(approver, draft, answeredBy);
    }

    /** Dispositions of the agency that has the case, in the order in which they were issued. */
    public List<Disposition> dispositions() {
        return handedDown().all();
    }

    public @Nullable Draft draft() {
        return draft;
    }

    public boolean needsApproval() {
        return approval().isNeeded();
    }

    /** Whether it is a head who approves it. */
    public boolean goesUp() {
        return approver == Approver.HEAD;
    }

    /** Whether the case is on this officer's desk. A division has what it was ever given. */
    boolean isOnDeskOf(Officer officer) {
        return visibility != null
                && officer.reaches(government, agency)
                && (officer.division() == null || handedDown().include(officer.division()));
    }

    /** Whether the officer's role is for this action at all. */
    public static boolean isFor(Action action, Officer officer) {
        // Whoever reaches all agencies acts for none of them, unless the role is for all.
        return Lifecycle.of(action).by().stream()
                .anyMatch(role -> officer.is(role) && (officer.agency() != null || role.isOfAWholeGovernment()));
    }

    Visibility visibility() {
        return Visibility.orSecret(visibility);
    }

    private String agency() {
        return Objects.requireNonNull(agency);
    }

    /**
     * The official text as the citizen will read it.
     *
     * @param followUp what the agency promises to do in the field; null when it promises nothing more
     * @param followUpBy the day, in the government's time zone, by which; given when {@code followUp} is
     */
    record Answer(
            String text,
            @Nullable String followUp,
            @Nullable LocalDate followUpBy) {

        /** As the deed keeps it. */
        private String inFull() {
            return followUp == null
                    ? text
                    : "%s\n\nTindak lanjut paling lambat %s: %s".formatted(text, followUpBy, followUp);
        }

        private @Nullable Refusal refusalOn(LocalDate today) {
            if ((followUp == null || followUp.isBlank()) != (followUpBy == null)) {
                return Refusal.FOLLOW_UP_INCOMPLETE;
            }
            return followUpBy != null && followUpBy.isBefore(today) ? Refusal.FOLLOW_UP_PAST : null;
        }

        /** The end of its day in the government's time zone. */
        private @Nullable Instant followUpDueAt(ZoneId zone) {
            return followUpBy == null
                    ? null
                    : followUpBy.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }
}
