package id.tanggap.response.desk;

import id.tanggap.contracts.Visibility;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
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

    @Enumerated(EnumType.STRING)
    @Nullable
    Visibility visibility;

    @Enumerated(EnumType.STRING)
    CaseStatus status = CaseStatus.DISPATCHED;

    @Nullable
    Instant acceptedAt;

    @Nullable
    String acceptedBy;

    @Nullable
    String answer;

    @Nullable
    Instant answeredAt;

    @Nullable
    String answeredBy;

    @Version
    int version;

    /** What became of an officer's action. */
    sealed interface Outcome {
        /** @param deed what was done, for the log */
        record Done(String deed) implements Outcome {}

        /** @param because for the officer, in Indonesian */
        record Refused(String because) implements Outcome {}
    }

    /** The agency takes the case in hand. */
    Outcome accept(String officer, Instant now) {
        return switch (status) {
            case DISPATCHED -> {
                status = CaseStatus.IN_PROGRESS;
                acceptedAt = now;
                acceptedBy = officer;
                yield new Outcome.Done("Accepted");
            }
            case IN_PROGRESS -> new Outcome.Refused("Aduan ini sudah diterima.");
            case ANSWERED -> new Outcome.Refused("Aduan ini sudah dijawab.");
        };
    }

    /** The agency answers (Surakarta row 7, Karanganyar row 4). Whoever answers has accepted before. */
    Outcome answer(String text, String officer, Instant now) {
        return switch (status) {
            case DISPATCHED -> new Outcome.Refused("Terima aduan ini terlebih dahulu, lalu jawab.");
            case IN_PROGRESS -> {
                status = CaseStatus.ANSWERED;
                answer = text;
                answeredAt = now;
                answeredBy = officer;
                yield new Outcome.Done("Answered");
            }
            case ANSWERED -> new Outcome.Refused("Aduan ini sudah dijawab.");
        };
    }

    /** Secret unless it is known not to be. */
    boolean isSecret() {
        return visibility != Visibility.PUBLIC && visibility != Visibility.ANONYMOUS;
    }
}
