package id.tanggap.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What response-service tells: topic {@code complaint.response.v1}. */
public sealed interface ResponseEvent extends Event {

    /** The agency took the complaint in hand. */
    @WireName("complaint.accepted.v1")
    record Accepted(String agency, Instant acceptedAt) implements ResponseEvent {}

    /**
     * The agency's answer was given to the citizen (Surakarta row 7, Karanganyar row 4).
     *
     * @param answer the official text as the citizen reads it; null when the complaint is {@link Visibility#SECRET}
     */
    @WireName("complaint.answer-published.v1")
    record AnswerPublished(String agency, @Nullable String answer, Instant answeredAt) implements ResponseEvent {}
}
