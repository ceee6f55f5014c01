package id.tanggap.response.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.response.desk.DeskCase;
import id.tanggap.response.desk.Disposition;
import id.tanggap.response.desk.Draft;
import id.tanggap.response.desk.Draft.Approval;
import id.tanggap.response.life.Action;
import id.tanggap.response.life.Refusal;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.projection.Attachments;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the desk knows of a case; on the wire one flat object, its parts one after the other. A secret complaint has
 * no words here; the vault shows them to who may look.
 *
 * @param version of the case
 */
public record CaseFile(
        @JsonUnwrapped Head head,
        @JsonUnwrapped Complaint complaint,
        @JsonUnwrapped Work work,
        @JsonUnwrapped Answered answered,
        @JsonUnwrapped Papers papers,
        int version) {

    static final String COLUMNS = """
            c.id, c.number, c.government, c.agency, c.agency_name, c.status, c.category, c.channel, c.type, c.visibility,
            t.title, t.text, t.address, t.attachments::text as attachments, c.region_code, t.lat, t.lon, c.received_at, c.dispatched_at, c.dispatch_reason,
            c.hop, c.due_at, c.next_due_at, c.next_clock, c.accepted_at, c.assignee, c.assignee_name, c.division, c.division_name,
            c.answer, c.answered_at, c.follow_up, c.follow_up_by, c.resolved_at, c.ended_at, c.version,
            c.history::text as history
            """;

    static CaseFile of(Row row, Papers papers, Instant now) {
        return new CaseFile(
                Head.of(row),
                Complaint.of(row),
                new Work(Dispatch.of(row), Deadlines.of(row, now), InHand.of(row)),
                Answered.of(row),
                papers,
                row.getInteger("version"));
    }

    /** Which case it is, whose, and where it stands. */
    public record Head(UUID id, String number, String government, String agency, String agencyName, DeskStatus status) {
        static Head of(Row row) {
            return new Head(
                    row.getUUID("id"),
                    row.getString("number"),
                    row.getString("government"),
                    row.getString("agency"),
                    row.getString("agency_name"),
                    DeskStatus.valueOf(row.getString("status")));
        }
    }

    /**
     * What the citizen said.
     *
     * @param attachments what came with it, which intake shows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Complaint(
            @JsonUnwrapped Kind kind,
            @Nullable String title,
            @Nullable String text,
            List<AttachedFile> attachments,
            @JsonUnwrapped Place place,
            Instant receivedAt) {
        static Complaint of(Row row) {
            return new Complaint(
                    Kind.of(row),
                    row.getString("title"),
                    row.getString("text"),
                    Attachments.read(row.getString("attachments")),
                    Place.of(row),
                    row.getOffsetDateTime("received_at").toInstant());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kind(@Nullable String category, String channel, String type, String visibility) {
        static Kind of(Row row) {
            return new Kind(
                    row.getString("category"),
                    row.getString("channel"),
                    row.getString("type"),
                    row.getString("visibility"));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            @Nullable String address,
            @Nullable String regionCode,
            @Nullable Double lat,
            @Nullable Double lon) {
        static Place of(Row row) {
            return new Place(
                    row.getString("address"), row.getString("region_code"), row.getDouble("lat"), row.getDouble("lon"));
        }
    }

    /** How it came to the agency, by when what is owed, and who has it in hand. */
    public record Work(
            @JsonUnwrapped Dispatch dispatch,
            @JsonUnwrapped Deadlines deadlines,
            @JsonUnwrapped InHand inHand) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dispatch(Instant dispatchedAt, @Nullable String dispatchReason, int hop) {
        static Dispatch of(Row row) {
            return new Dispatch(
                    row.getOffsetDateTime("dispatched_at").toInstant(),
                    row.getString("dispatch_reason"),
                    Objects.requireNonNullElse(row.getInteger("hop"), 0));
        }
    }

    /**
     * @param dueAt what the citizens were promised
     * @param nextDueAt when the nearest clock that runs falls due: what somebody at the desk has to do next; null when it is
     *     nobody's turn
     * @param nextClock which clock that is: PROMISE, DIVISION (what a division was asked), FOLLOW_UP, the id of a step of the
     *     SOP, or STEP for one that is not known; null when none runs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Deadlines(
            @Nullable Instant dueAt,
            @Nullable Instant nextDueAt,
            @Nullable String nextClock,
            boolean overdue) {
        static Deadlines of(Row row, Instant now) {
            var next = instant(row, "next_due_at");
            return new Deadlines(
                    instant(row, "due_at"), next, row.getString("next_clock"), next != null && next.isBefore(now));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InHand(
            @Nullable Instant acceptedAt,
            @Nullable String assignee,
            @Nullable String assigneeName,
            @Nullable String division,
            @Nullable String divisionName) {
        static InHand of(Row row) {
            return new InHand(
                    instant(row, "accepted_at"),
                    row.getString("assignee"),
                    row.getString("assignee_name"),
                    row.getString("division"),
                    row.getString("division_name"));
        }
    }

    /** @param followUp what the answer promises to do in the field */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answered(
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String followUp,
            @Nullable LocalDate followUpBy,
            @Nullable Instant resolvedAt,
            @Nullable Instant endedAt) {
        static Answered of(Row row) {
            return new Answered(
                    row.getString("answer"),
                    instant(row, "answered_at"),
                    row.getString("follow_up"),
                    row.getLocalDate("follow_up_by"),
                    instant(row, "resolved_at"),
                    instant(row, "ended_at"));
        }
    }

    /**
     * What is in the file.
     *
     * @param timeline everything that happened, oldest first
     * @param actions what the officer's role is for, each with why it cannot be done now
     */
    public record Papers(
            @JsonUnwrapped Writing writing,
            List<Note> notes,
            List<EvidenceView> evidence,
            List<TimelineEntry> timeline,
            List<Looker> lookers,
            List<Possibility> actions) {}

    /**
     * What is being written.
     *
     * @param goesUp whether a head approves it, since the citizen disputed the answer before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Writing(
            boolean needsApproval, boolean goesUp, @Nullable DraftView draft, List<DispositionView> dispositions) {
        static Writing of(DeskCase deskCase) {
            return new Writing(
                    deskCase.needsApproval(),
                    deskCase.goesUp(),
                    deskCase.draft() == null ? null : DraftView.of(deskCase.draft()),
                    deskCase.dispositions().stream().map(DispositionView::of).toList());
        }
    }

    public record DraftView(
            @JsonUnwrapped Words words,
            int version,
            String editedBy,
            Instant editedAt,
            @JsonUnwrapped Review review) {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Words(
                String text,
                @Nullable String followUp,
                @Nullable LocalDate followUpBy) {}

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Review(
                Approval approval,
                @Nullable String reviewedBy,
                @Nullable String remark) {}

        static DraftView of(Draft draft) {
            return new DraftView(
                    new Words(draft.text(), draft.followUp(), draft.followUpBy()),
                    draft.version(),
                    draft.editedByName(),
                    draft.editedAt(),
                    new Review(draft.approval(), draft.reviewedByName(), draft.remark()));
        }
    }

    /** @param parent the disposition that this one hands on */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DispositionView(
            UUID id,
            @Nullable UUID parent,
            @JsonUnwrapped Order order,
            @JsonUnwrapped Reply reply,
            @Nullable Instant voidedAt) {

        /** @param dueAt by when the division shall answer */
        public record Order(
                String division,
                String divisionName,
                String instruction,
                Instant dueAt,
                Instant issuedAt,
                String issuedBy) {
            static Order of(Disposition it) {
                return new Order(
                        it.division(),
                        it.divisionName(),
                        it.instruction(),
                        it.dueAt(),
                        it.issuedAt(),
                        it.issuedByName());
            }
        }

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Reply(
                @Nullable String answer,
                @Nullable Instant answeredAt,
                @Nullable String answeredBy) {}

        static DispositionView of(Disposition it) {
            return new DispositionView(
                    it.id(),
                    it.parent(),
                    Order.of(it),
                    new Reply(it.answer(), it.answeredAt(), it.answeredByName()),
                    it.voidedAt());
        }
    }

    /** Words among colleagues, which never reach a citizen. */
    public record Note(UUID id, String author, String text, Instant at) {}

    /**
     * @param size in bytes
     * @param position where the photo was taken, if its camera wrote it
     * @param scanned whether a scanner found nothing in it; false too where none was asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EvidenceView(
            UUID id,
            String name,
            String mediaType,
            int size,
            @Nullable Position position,
            boolean scanned,
            String addedBy,
            Instant addedAt) {

        public record Position(double lat, double lon) {}
    }

    /**
     * @param what an {@link Action} of an officer, or what another service told
     * @param who the person or the office
     * @param text what belongs to it, such as a reason
     * @param noEffect why it changed nothing, in Indonesian; null when it had its effect
     * @param identityMeant true when whoever sent it said that what identifies a person shall leave with it; absent otherwise
     * @param attachments what the citizen sent with it; absent when nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TimelineEntry(
            Instant at,
            By by,
            String what,
            @Nullable String who,
            @Nullable String text,
            @Nullable String noEffect,
            @Nullable Boolean identityMeant,
            @Nullable List<AttachedFile> attachments) {

        /** Without effect, identity or attachments. */
        TimelineEntry(Instant at, By by, String what, @Nullable String who, @Nullable String text) {
            this(at, by, what, who, text, null, null, null);
        }

        TimelineEntry without(String effect) {
            return new TimelineEntry(at, by, what, who, text, effect, identityMeant, attachments);
        }

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
            Action action, boolean allowed, @Nullable String because) {

        static List<Possibility> of(DeskCase deskCase, Officer officer) {
            return Arrays.stream(Action.values())
                    .filter(action -> DeskCase.isFor(action, officer))
                    .map(action -> of(action, deskCase.refusal(action, officer)))
                    .toList();
        }

        private static Possibility of(Action action, @Nullable Refusal refusal) {
            return new Possibility(action, refusal == null, refusal == null ? null : refusal.text());
        }
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
