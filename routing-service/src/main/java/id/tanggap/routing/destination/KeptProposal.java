package id.tanggap.routing.destination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.dispatch.Proposal;
import id.tanggap.dispatch.Proposal.Option;
import java.util.List;

/** A proposal as it is kept with its case: a text, read when somebody asks for it. Most cases are never asked again. */
public final class KeptProposal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String text;

    private KeptProposal(String text) {
        this.text = text;
    }

    /**
     * What is kept of it in this text. Its claim has columns of its own: it is counted, and earlier versions beside this one
     * read the text.
     */
    private record Kept(List<Option> options, boolean sure, boolean automatic) {}

    public static KeptProposal of(Proposal proposal) {
        try {
            return new KeptProposal(
                    JSON.writeValueAsString(new Kept(proposal.options(), proposal.sure(), proposal.automatic())));
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
            var kept = JSON.readValue(text, Kept.class);
            return new Proposal(kept.options(), null, kept.sure(), kept.automatic());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept proposal cannot be read", e);
        }
    }
}
