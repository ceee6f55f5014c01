package id.tanggap.contracts.event;

import id.tanggap.contracts.vocabulary.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What response-service tells: topic {@code complaint.response.v1}. */
public sealed interface ResponseEvent extends Event {

    /** The agency took the complaint in hand. */
    @WireName("complaint.accepted.v1")
    record Accepted(
            String agency, Instant acceptedAt, @Nullable Boolean proposed) implements ResponseEvent, Act {
        public Accepted(String agency, Instant acceptedAt) {
            this(agency, acceptedAt, null);
        }

        @Override
        public Instant at() {
            return acceptedAt;
        }

        @Override
        public Accepted as(@Nullable Boolean proposed, Instant at) {
            return new Accepted(agency, at, proposed);
        }
    }

    /**
     * The agency's answer was given to the citizen (Surakarta row 7, Karanganyar row 4).
     *
     * @param answer the official text as the citizen reads it; null when the complaint is {@link Visibility#SECRET}
     * @param followUpBy the day, in the government's time zone, by which the agency promises to be done in the field
     *     (tindak lanjut); null when the answer promises nothing more
     */
    @WireName("complaint.answer-published.v1")
    record AnswerPublished(
            String agency,
            @MaskedWords @Nullable String answer,
            @Nullable LocalDate followUpBy,
            Instant answeredAt,
            @Nullable Boolean proposed)
            implements ResponseEvent, Act {

        public static AnswerPublished of(
                Visibility visibility,
                String agency,
                @Nullable String answer,
                @Nullable LocalDate followUpBy,
                Instant answeredAt) {
            return new AnswerPublished(agency, visibility.open(answer), followUpBy, answeredAt, null);
        }

        /** An answer that promises nothing more. */
        public AnswerPublished(String agency, @Nullable String answer, Instant answeredAt) {
            this(agency, answer, null, answeredAt, null);
        }

        @Override
        public Instant at() {
            return answeredAt;
        }

        @Override
        public AnswerPublished as(@Nullable Boolean proposed, Instant at) {
            return new AnswerPublished(agency, answer, followUpBy, at, proposed);
        }
    }

    /** Somebody else than its author found the answer fit to be published, where the SOP asks for that. */
    @WireName("complaint.answer-approved.v1")
    record AnswerApproved(String agency, Instant approvedAt) implements ResponseEvent {}

    /**
     * The agency gave the complaint to one of its divisions, or the division to a section below it (disposisi; before
     * Surakarta row 6).
     */
    @WireName("complaint.disposition-issued.v1")
    record DispositionIssued(
            String agency,
            String division,
            Instant issuedAt,
            @Nullable Boolean proposed) implements ResponseEvent, Act {
        public DispositionIssued(String agency, String division, Instant issuedAt) {
            this(agency, division, issuedAt, null);
        }

        @Override
        public Instant at() {
            return issuedAt;
        }

        @Override
        public DispositionIssued as(@Nullable Boolean proposed, Instant at) {
            return new DispositionIssued(agency, division, at, proposed);
        }
    }

    /** The last division that was asked gave its answer to the agency (Surakarta row 6). */
    @WireName("complaint.division-answered.v1")
    record DivisionAnswered(
            String agency,
            String division,
            Instant answeredAt,
            @Nullable Boolean proposed) implements ResponseEvent, Act {
        public DivisionAnswered(String agency, String division, Instant answeredAt) {
            this(agency, division, answeredAt, null);
        }

        @Override
        public Instant at() {
            return answeredAt;
        }

        @Override
        public DivisionAnswered as(@Nullable Boolean proposed, Instant at) {
            return new DivisionAnswered(agency, division, at, proposed);
        }
    }

    /**
     * The office needs more from the citizen; the clocks stand still.
     *
     * @param question what the office asks, as the citizen reads it; null when the complaint is {@link
     *     Visibility#SECRET}, and in older events
     */
    @WireName("complaint.information-requested.v1")
    record InformationRequested(
            String agency,
            @MaskedWords @Nullable String question,
            Instant requestedAt,
            @Nullable Boolean proposed) implements ResponseEvent, Act {
        public static InformationRequested of(
                Visibility visibility, String agency, String question, Instant requestedAt) {
            return new InformationRequested(agency, visibility.open(question), requestedAt);
        }

        public InformationRequested(String agency, @Nullable String question, Instant requestedAt) {
            this(agency, question, requestedAt, null);
        }

        @Override
        public Instant at() {
            return requestedAt;
        }

        @Override
        public InformationRequested as(@Nullable Boolean proposed, Instant at) {
            return new InformationRequested(agency, question, at, proposed);
        }
    }

    /** The follow-up that the answer promised is done (tuntas). */
    @WireName("complaint.resolved.v1")
    record Resolved(
            String agency, Instant resolvedAt, @Nullable Boolean proposed) implements ResponseEvent, Act {
        public Resolved(String agency, Instant resolvedAt) {
            this(agency, resolvedAt, null);
        }

        @Override
        public Instant at() {
            return resolvedAt;
        }

        @Override
        public Resolved as(@Nullable Boolean proposed, Instant at) {
            return new Resolved(agency, at, proposed);
        }
    }
}
