package id.tanggap.response.desk;

import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerApproved;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.agency.Division;
import id.tanggap.response.desk.Draft.Approval;
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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
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
    CaseStatus status = CaseStatus.DISPATCHED;

    /** The status before a detour. */
    @Enumerated(EnumType.STRING)
    @Nullable
    CaseStatus backTo;

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

    /** Whether the SOP wants somebody else to approve the answer. */
    @Transient
    boolean needsApproval;

    /** The agency takes the case in hand, and the officer with it. */
    Outcome accept(Officer officer, Instant now) {
        var refusal = refusal(Action.ACCEPT, officer);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        turnTo(Action.ACCEPT);
        acceptedAt = now;
        acceptedBy = officer.id();
        assignee = officer.id();
        assigneeName = officer.name();
        return Outcome.told(null, new Accepted(agency(), now));
    }

    /** @param to null for nobody */
    Outcome assign(Officer officer, @Nullable Officer to) {
        var refusal = refusal(Action.ASSIGN, officer);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        assignee = to == null ? null : to.id();
        assigneeName = to == null ? null : to.name();
        return Outcome.done(assigneeName);
    }

    /**
     * Gives the case to a division, or from a division to a section below it (before Surakarta row 6).
     *
     * @param to null when the agency has no such division
     * @param dueAt by when the division shall answer
     */
    Outcome dispose(Officer officer, @Nullable Division to, String instruction, Instant dueAt, Instant now) {
        var refusal = refusal(Action.DISPOSE, officer);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        if (to == null) {
            return Outcome.refused(Refusal.UNKNOWN_DIVISION);
        }
        if (openDispositions().anyMatch(it -> it.division.equals(to.id()))) {
            return Outcome.refused(Refusal.ALREADY_DISPOSED);
        }
        var upper = officer.division() == null ? null : openDispositionOf(officer.division());
        if (upper != null && (upper.parent != null || !upper.division.equals(to.parent()))) {
            return Outcome.refused(Refusal.NOT_BELOW_YOURS);
        }
        var disposition = new Disposition();
        disposition.id = UUID.randomUUID();
        disposition.caseId = id;
        disposition.agency = agency();
        disposition.parent = upper == null ? null : upper.id;
        disposition.division = to.id();
        disposition.divisionName = to.name();
        disposition.instruction = instruction;
        disposition.dueAt = dueAt;
        disposition.issuedAt = now;
        disposition.issuedBy = officer.id();
        disposition.issuedByName = officer.name();
        dispositions.add(disposition);
        turnTo(Action.DISPOSE);
        showDivision();
        return Outcome.told(to.name(), new DispositionIssued(agency(), to.id(), now));
    }

    /** A division answers what it was asked (Surakarta row 6); the case is the agency's again when all have. */
    Outcome answerAsDivision(Officer officer, String text, Instant now) {
        var refusal = refusal(Action.ANSWER_AS_DIVISION, officer);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        var disposition = Objects.requireNonNull(openDispositionOf(Objects.requireNonNull(officer.division())));
        disposition.answer = text;
        disposition.answeredAt = now;
        disposition.answeredBy = officer.id();
        disposition.answeredByName = officer.name();
        showDivision();
        if (openDispositions().findAny().isPresent()) {
            return Outcome.done(disposition.divisionName);
        }
        turnTo(Action.ANSWER_AS_DIVISION);
        return Outcome.told(disposition.divisionName, new DivisionAnswered(agency(), disposition.division, now));
    }

    /**
     * Asks the citizen for more; the clocks stand still until the reply, or until the pause is used up.
     *
     * @param question as the citizen reads it
     */
    Outcome requestInformation(Officer officer, String question, Instant now) {
        var refusal = refusal(Action.REQUEST_INFORMATION, officer);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        backTo = status;
        turnTo(Action.REQUEST_INFORMATION);
        return Outcome.told(question, InformationRequested.of(visibility(), agency(), question, now));
    }

    Outcome requestApproval(Officer officer) {
        var refusal = refusal(Action.REQUEST_APPROVAL, officer);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        Objects.requireNonNull(draft).approval = Approval.REQUESTED;
        approvalRequested = true;
        return Outcome.done(null);
    }

    /** @param draftVersion what the officer has read */
    Outcome approve(Officer officer, int draftVersion, Instant now) {
        var refusal = refusal(Action.APPROVE, officer);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        var approved = Objects.requireNonNull(draft);
        if (approved.version != draftVersion) {
            return Outcome.refused(Refusal.DRAFT_CHANGED);
        }
        approved.approval = Approval.APPROVED;
        approved.reviewedByName = officer.name();
        approved.remark = null;
        approvalRequested = false;
        return Outcome.told(null, new AnswerApproved(agency(), now));
    }

    /** @param remark what must be changed before it can be approved */
    Outcome sendBack(Officer officer, String remark) {
        var refusal = refusal(Action.SEND_BACK, officer);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        var sentBack = Objects.requireNonNull(draft);
        sentBack.approval = Approval.SENT_BACK;
        sentBack.reviewedByName = officer.name();
        sentBack.remark = remark;
        approvalRequested = false;
        return Outcome.done(remark);
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
            var refusal = refusal(Action.PUBLISH, officer);
            return Outcome.refused(refusal == null ? Refusal.NO_DRAFT : refusal);
        }
        return written.version == draftVersion
                ? publish(officer, new Answer(written.text, written.followUp, written.followUpBy), zone, now)
                : Outcome.refused(Refusal.DRAFT_CHANGED);
    }

    /** Publishes an answer that was written in one go, where nobody has to approve it. */
    Outcome publishAtOnce(Officer officer, Answer given, ZoneId zone, Instant now) {
        return needsApproval && refusal(Action.PUBLISH, officer) == null
                ? Outcome.refused(Refusal.APPROVAL_NEEDED)
                : publish(officer, given, zone, now);
    }

    private Outcome publish(Officer officer, Answer given, ZoneId zone, Instant now) {
        var refusal = refusal(Action.PUBLISH, officer);
        if (refusal == null) {
            refusal = given.refusalOn(LocalDate.ofInstant(now, zone));
        }
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        turnTo(Action.PUBLISH);
        answer = given.text();
        answeredAt = now;
        answeredBy = officer.id();
        followUp = given.followUp();
        followUpBy = given.followUpBy();
        followUpDueAt = given.followUpBy() == null
                ? null
                : given.followUpBy().plusDays(1).atStartOfDay(zone).toInstant();
        resolvedAt = null;
        approvalRequested = false;
        openDispositions().forEach(it -> it.voidedAt = now);
        showDivision();
        return Outcome.told(null, AnswerPublished.of(visibility(), agency(), answer, followUpBy, now));
    }

    /** The follow-up that the answer promised is done. */
    Outcome resolve(Officer officer, Instant now) {
        var refusal = refusal(Action.RESOLVE, officer);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        turnTo(Action.RESOLVE);
        resolvedAt = now;
        return Outcome.told(null, new Resolved(agency(), now));
    }

    /** Why the officer, who has the role for it, cannot do this now; null when it can be done. */
    public @Nullable Refusal refusal(Action action, Officer officer) {
        var refusal = Lifecycle.refusal(action, status);
        if (refusal != null) {
            return refusal;
        }
        return switch (action) {
            case DISPOSE -> officer.division() == null ? null : withoutDisposition(officer.division());
            case ANSWER_AS_DIVISION -> withoutAnswer(officer.division());
            case REQUEST_APPROVAL -> withoutRequest();
            case APPROVE, SEND_BACK -> withoutApproval(officer);
            case PUBLISH ->
                needsApproval && (draft == null || draft.approval != Approval.APPROVED)
                        ? Refusal.APPROVAL_NEEDED
                        : null;
            default -> null;
        };
    }

    private @Nullable Refusal withoutDisposition(String ofDivision) {
        return openDispositionOf(ofDivision) == null ? Refusal.NOT_WITH_YOUR_DIVISION : null;
    }

    private @Nullable Refusal withoutAnswer(@Nullable String ofDivision) {
        var own = ofDivision == null ? null : openDispositionOf(ofDivision);
        if (own == null) {
            return Refusal.NOT_WITH_YOUR_DIVISION;
        }
        return openDispositions().anyMatch(it -> own.id.equals(it.parent)) ? Refusal.WAITS_FOR_SECTION : null;
    }

    private @Nullable Refusal withoutRequest() {
        if (!needsApproval) {
            return Refusal.APPROVAL_NOT_NEEDED;
        }
        return switch (draft == null ? null : draft.approval) {
            case null -> Refusal.NO_DRAFT;
            case REQUESTED -> Refusal.APPROVAL_ALREADY_REQUESTED;
            case APPROVED -> Refusal.ALREADY_APPROVED;
            case NONE, SENT_BACK -> null;
        };
    }

    private @Nullable Refusal withoutApproval(Officer officer) {
        if (!needsApproval) {
            return Refusal.APPROVAL_NOT_NEEDED;
        }
        if (draft == null || draft.approval != Approval.REQUESTED) {
            return Refusal.APPROVAL_NOT_REQUESTED;
        }
        return draft.editedBy.equals(officer.id()) ? Refusal.OWN_DRAFT : null;
    }

    private void turnTo(Action action) {
        status = Objects.requireNonNull(Lifecycle.of(action).to());
    }

    /** Dispositions of the agency that has the case, in the order in which they were issued. */
    public List<Disposition> dispositions() {
        return dispositions.stream().filter(it -> it.agency.equals(agency)).toList();
    }

    public @Nullable Draft draft() {
        return draft;
    }

    public boolean needsApproval() {
        return needsApproval;
    }

    private Stream<Disposition> openDispositions() {
        return dispositions().stream().filter(Disposition::isOpen);
    }

    private @Nullable Disposition openDispositionOf(String ofDivision) {
        return openDispositions()
                .filter(it -> it.division.equals(ofDivision))
                .findFirst()
                .orElse(null);
    }

    private void showDivision() {
        var last = openDispositions().reduce((a, b) -> b).orElse(null);
        division = last == null ? null : last.division;
        divisionName = last == null ? null : last.divisionName;
        divisionDueAt = openDispositions()
                .map(Disposition::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether the case is on this officer's desk. A division has what it was ever given. */
    boolean isOnDeskOf(Officer officer) {
        return visibility != null
                && officer.reaches(government, agency)
                && (officer.division() == null
                        || dispositions().stream().anyMatch(it -> it.division.equals(officer.division())));
    }

    /** Whether the officer's role is for this action at all. */
    public static boolean isFor(Action action, Officer officer) {
        // Whoever reaches all agencies acts for none of them, unless the role is for all.
        return Lifecycle.of(action).by().stream()
                .anyMatch(role -> officer.is(role) && (officer.agency() != null || role.isOfAWholeGovernment()));
    }

    private Visibility visibility() {
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

        private @Nullable Refusal refusalOn(LocalDate today) {
            if ((followUp == null || followUp.isBlank()) != (followUpBy == null)) {
                return Refusal.FOLLOW_UP_INCOMPLETE;
            }
            return followUpBy != null && followUpBy.isBefore(today) ? Refusal.FOLLOW_UP_PAST : null;
        }
    }
}
