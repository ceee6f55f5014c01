package id.tanggap.response.desk;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.governments.sop.Sop;
import id.tanggap.response.desk.Draft.Approval;
import id.tanggap.response.life.Refusal;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import org.jspecify.annotations.Nullable;

/**
 * That somebody else than its author finds an answer fit to be published, where the SOP asks for that.
 *
 * @param draft null when nobody has begun to write
 * @param answeredBy who gave the answer before; null when nobody did
 */
record ApprovalRule(
        Approver approver, @Nullable Draft draft, @Nullable String answeredBy) {

    /** Who has to find an answer fit. */
    public enum Approver {
        /** The answer may be published as it is. */
        NOBODY,
        /** Anybody but its author. */
        ANOTHER,
        /** One level up (keberatan): a head who gave neither this answer nor the one that the citizen disputes. */
        HEAD
    }

    /**
     * @param type null while the complaint was not heard of
     * @param objected whether the citizen ever disputed an answer
     */
    static Approver approver(Sop sop, @Nullable ComplaintType type, boolean objected) {
        var policy = sop.policy();
        if (objected && policy.objectionsGoUp()) {
            return Approver.HEAD;
        }
        return type != null && policy.approval().contains(type.name()) ? Approver.ANOTHER : Approver.NOBODY;
    }

    boolean isNeeded() {
        return approver != Approver.NOBODY;
    }

    /** Why approval cannot be asked for; null when it can. */
    @Nullable
    Refusal refusalToRequest() {
        if (!isNeeded()) {
            return Refusal.APPROVAL_NOT_NEEDED;
        }
        return switch (approval()) {
            case null -> Refusal.NO_DRAFT;
            case REQUESTED -> Refusal.APPROVAL_ALREADY_REQUESTED;
            case APPROVED -> Refusal.ALREADY_APPROVED;
            case NONE, SENT_BACK -> null;
        };
    }

    /** Why this officer can neither approve the draft nor send it back; null when both can be done. */
    @Nullable
    Refusal refusalToDecide(Officer officer) {
        if (!isNeeded()) {
            return Refusal.APPROVAL_NOT_NEEDED;
        }
        if (draft == null || draft.approval != Approval.REQUESTED) {
            return Refusal.APPROVAL_NOT_REQUESTED;
        }
        if (draft.editedBy.equals(officer.id())) {
            return Refusal.OWN_DRAFT;
        }
        return approver == Approver.HEAD ? refusalOnObjection(officer) : null;
    }

    private @Nullable Refusal refusalOnObjection(Officer officer) {
        if (!officer.is(Role.HEAD)) {
            return Refusal.GOES_UP;
        }
        return officer.id().equals(answeredBy) ? Refusal.OWN_ANSWER : null;
    }

    /** Why the answer cannot be published; null when it can. */
    @Nullable
    Refusal refusalToPublish() {
        if (!isNeeded() || approval() == Approval.APPROVED) {
            return null;
        }
        return approver == Approver.HEAD ? Refusal.HEAD_NEEDED : Refusal.APPROVAL_NEEDED;
    }

    private @Nullable Approval approval() {
        return draft == null ? null : draft.approval;
    }
}
