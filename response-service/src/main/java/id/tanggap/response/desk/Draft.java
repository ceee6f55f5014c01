package id.tanggap.response.desk;

import id.tanggap.response.officer.Officer;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The answer while it is being written. Each save is a new version; an approval holds for one version only. */
@Entity
@Table(name = "draft")
@DynamicUpdate
public class Draft {
    @Id
    UUID caseId = new UUID(0, 0);

    String text = "";

    @Nullable
    String followUp;

    @Nullable
    LocalDate followUpBy;

    int version;

    String editedBy = "";

    String editedByName = "";

    Instant editedAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    Approval approval = Approval.NONE;

    /** Who approved it or sent it back. */
    @Nullable
    String reviewedByName;

    @Nullable
    String remark;

    /** Where the approval stands. */
    public enum Approval {
        NONE,
        REQUESTED,
        APPROVED,
        /** Refused, with a remark. */
        SENT_BACK
    }

    void askForApproval() {
        approval = Approval.REQUESTED;
    }

    void approve(Officer by) {
        approval = Approval.APPROVED;
        reviewedByName = by.name();
        remark = null;
    }

    void sendBack(Officer by, String because) {
        approval = Approval.SENT_BACK;
        reviewedByName = by.name();
        remark = because;
    }

    public String text() {
        return text;
    }

    public @Nullable String followUp() {
        return followUp;
    }

    public @Nullable LocalDate followUpBy() {
        return followUpBy;
    }

    public int version() {
        return version;
    }

    public String editedByName() {
        return editedByName;
    }

    public Instant editedAt() {
        return editedAt;
    }

    public Approval approval() {
        return approval;
    }

    public @Nullable String reviewedByName() {
        return reviewedByName;
    }

    public @Nullable String remark() {
        return remark;
    }
}
