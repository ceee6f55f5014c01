package id.tanggap.learning;

import java.util.List;
import java.util.Optional;

/**
 * The labels proposed for a text, the best first, at most five, each once. Empty when nothing in the text is known.
 */
public record Proposal(List<Candidate> candidates) {

    public Proposal {
        candidates = List.copyOf(candidates);
    }

    public Optional<Candidate> first() {
        return candidates.stream().findFirst();
    }
}
