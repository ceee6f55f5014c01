package id.tanggap.response.desk;

import id.tanggap.response.life.Action;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an officer did with a case, for those who read the file later. It never leaves the office. */
@Entity
@Table(name = "deed")
public class Deed {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    UUID caseId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    Action action = Action.NOTE;

    String agency = "";

    @Nullable
    String division;

    String officer = "";

    String officerName = "";

    @Nullable
    String text;

    Instant doneAt = Instant.EPOCH;

    /** The event that told of it, where routing says what becomes of it. */
    @Nullable
    UUID actId;

    /** The answer that stood before it, as JSON; null for what changes none, and where none stood. */
    @Nullable
    String former;

    /** The request that asked for it; null when it cannot be known again. */
    @Nullable
    UUID request;

    /** The officer said that what identifies a person in the words shall leave with them. */
    boolean identityMeant;

    static Deed of(DeskCase about, Asked asked, Action action, @Nullable String text, Instant now) {
        var by = asked.by();
        var deed = new Deed();
        deed.caseId = about.id;
        deed.action = action;
        deed.agency = about.agency == null ? "" : about.agency;
        deed.division = by.division();
        deed.officer = by.id();
        deed.officerName = by.name();
        deed.text = text;
        deed.doneAt = now;
        deed.request = asked.request();
        deed.identityMeant = asked.identityMeant();
        return deed;
    }
}
