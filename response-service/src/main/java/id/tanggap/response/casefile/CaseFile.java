package id.tanggap.response.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.response.desk.Action;
import id.tanggap.response.desk.CaseStatus;
import id.tanggap.response.desk.Draft.Approval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the desk knows of a case. A secret complaint has no words here; the vault shows them to who may look.
 *
 * @param dueAt what the citizens were promised
 * @param nextDueAt what somebody at the desk has to do next; null when it is nobody's turn
 * @param followUp what the answer promises to do in the field
 * @param timeline everything that happened, oldest first
 * @param actions what the officer's role is for, each with why it cannot be done now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseFile(
        UUID id,
        String number,
        String government,
        String agency,
        String agencyName,
        CaseStatus status,
        @Nullable String category,
        String channel,
        String type,
        String visibility,
        @Nullable String title,
        @Nullable String text,
        @Nullable String address,
        @Nullable String regionCode,
        @Nullable Double lat,
        @Nullable Double lon,
        Instant receivedAt,
        Instant dispatchedAt,
        @Nullable String dispatchReason,
        int hop,
        @Nullable Instant dueAt,
        @Nullable Instant nextDueAt,
        boolean overdue,
        @Nullable Instant acceptedAt,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable String division,
        @Nullable String divisionName,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String followUp,
        @Nullable LocalDate followUpBy,
        @Nullable Instant resolvedAt,
        @Nullable Instant endedAt,
        boolean needsApproval,
        @Nullable DraftView draft,
        List<DispositionView> dispositions,
        List<Note> notes,
        List<EvidenceView> evidence,
        List<TimelineEntry> timeline,
        List<Looker> lookers,
        List<Possibility> actions,
        int version) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DraftView(
            String text,
            @Nullable String followUp,
            @Nullable LocalDate followUpBy,
            int version,
            String editedBy,
            Instant editedAt,
            Approval approval,
            @Nullable String reviewedBy,
            @Nullable String remark) {}

    /**
     * @param parent the disposition that this one hands on
     * @param dueAt by when the division shall answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DispositionView(
            UUID id,
            @Nullable UUID parent,
            String division,
            String divisionName,
            String instruction,
            Instant dueAt,
            Instant issuedAt,
            String issuedBy,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String answeredBy,
            @Nullable Instant voidedAt) {}

    /** Words among colleagues, which never reach a citizen. */
    public record Note(UUID id, String author, String text, Instant at) {}

    /** @param size in bytes */
    public record EvidenceView(UUID id, String name, String mediaType, int size, String addedBy, Instant addedAt) {}

    /**
     * @param what an {@link Action} of an officer, or what another service told
     * @param who the person or the office
     * @param text what belongs to it, such as a reason
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TimelineEntry(
            Instant at,
            By by,
            String what,
            @Nullable String who,
            @Nullable String text) {

        /** On whose side it happened. */
        public enum By {
            CITIZEN,
            GROUP,
            AGENCY,
            DIVISION,
            COORDINATOR,
            SYSTEM
        }
    }

    /** Who has opened the file. */
    public record Looker(String name, Instant firstAt, Instant lastAt, int times) {}

    /** @param because why it cannot be done now, in Indonesian; null when it can */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Possibility(
            Action action, boolean allowed, @Nullable String because) {}
}
