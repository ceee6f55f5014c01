package id.tanggap.response.desk;

import id.tanggap.governments.agency.Division;
import id.tanggap.response.officer.Officer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instruction to a division, or from there to a section, and what came back. Instructions stay in the office. */
@Entity
@Table(name = "disposition")
public class Disposition {
    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "case_id", insertable = false, updatable = false)
    UUID caseId = new UUID(0, 0);

    String agency = "";

    /** The disposition that this one hands on; null for one by the agency itself. */
    @Nullable
    UUID parent;

    String division = "";

    String divisionName = "";

    String instruction = "";

    /** By when the division shall answer. */
    Instant dueAt = Instant.EPOCH;

    Instant issuedAt = Instant.EPOCH;

    String issuedBy = "";

    String issuedByName = "";

    @Nullable
    String answer;

    @Nullable
    Instant answeredAt;

    @Nullable
    String answeredBy;

    @Nullable
    String answeredByName;

    /** When it lost its purpose unanswered: the case went elsewhere or was answered without it. */
    @Nullable
    Instant voidedAt;

    /** Given to a division by an officer of the agency or of the division above it; what is asked follows. */
    static Disposition to(Division division, Officer by, Instant now) {
        var disposition = new Disposition();
        disposition.id = UUID.randomUUID();
        disposition.division = division.id();
        disposition.divisionName = division.name();
        disposition.issuedAt = now;
        disposition.issuedBy = by.id();
        disposition.issuedByName = by.name();
        return disposition;
    }

    void answer(String text, Officer by, Instant now) {
        answer = text;
        answeredAt = now;
        answeredBy = by.id();
        answeredByName = by.name();
    }

    /** Whether it may be handed on to this division: one floor down, and no further. */
    boolean hasBelow(Division other) {
        return parent == null && division.equals(other.parent());
    }

    public boolean isOpen() {
        return answeredAt == null && voidedAt == null;
    }

    public @Nullable Instant voidedAt() {
        return voidedAt;
    }

    public UUID id() {
        return id;
    }

    public String agency() {
        return agency;
    }

    public @Nullable UUID parent() {
        return parent;
    }

    public String division() {
        return division;
    }

    public String divisionName() {
        return divisionName;
    }

    public String instruction() {
        return instruction;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public String issuedByName() {
        return issuedByName;
    }

    public @Nullable String answer() {
        return answer;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable String answeredByName() {
        return answeredByName;
    }
}
