package id.tanggap.response.desk;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.governments.sop.Sop;
import id.tanggap.response.desk.Draft.Approval;
import id.tanggap.response.life.Refusal;
import id.tanggap.response.officer.Officer;
import org.jspecify.annotations.Nullable;

/**
 * That somebody else than its author finds an answer fit to be published, where the SOP asks for that.
 *
 * @param needed whether it does of this case
 * @param draft null when nobody has begun to write
 */
record ApprovalRule(boolean needed, @Nullable Draft draft) {

    /** @param type null while the complaint was not heard of */
    static boolean isNeeded(Sop sop, @Nullable ComplaintType type) {
        return type != null && sop.policy().approval().contains(type.name());
    }

    /** Why approval cannot be asked for; null when it can. */
    @Nullable
    Refusal refusalToRequest() {
        if (!needed) {
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
        if (!needed) {
            return Refusal.APPROVAL_NOT_NEEDED;
        }
        if (draft == null || draft.approval != Approval.REQUESTED) {
            return Refusal.APPROVAL_NOT_REQUESTED;
        }
        return draft.editedBy.equals(officer.id()) ? Refusal.OWN_DRAFT : null;
    }

    /** Why the answer cannot be published; null when it can. */
    @Nullable
    Refusal refusalToPublish() {
        return needed && approval() != Approval.APPROVED ? Refusal.APPROVAL_NEEDED : null;
    }

    private @Nullable Approval approval() {
        return draft == null ? null : draft.approval;
    }
}
