package id.tanggap.routing.destination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A proposal as it is kept with its case: a text, read when somebody asks for it. Most cases are never asked again. */
public final class KeptProposal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String text;

    private KeptProposal(String text) {
        this.text = text;
    }

    public static KeptProposal of(Proposal proposal) {
        try {
            return new KeptProposal(JSON.writeValueAsString(proposal));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param text as {@link #text()} gave it */
    public static KeptProposal read(String text) {
        return new KeptProposal(text);
    }

    public String text() {
        return text;
    }

    public Proposal proposal() {
        try {
            return JSON.readValue(text, Proposal.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept proposal cannot be read", e);
        }
    }
}
