package id.tanggap.reporting.recap.compilation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Heads as the database keeps them. What was written once is the first leaf of a tree, and never written anew. */
@ApplicationScoped
public class Heads {
    private final ObjectMapper json;

    Heads(ObjectMapper json) {
        this.json = json;
    }

    String write(Head head) {
        try {
            return json.writeValueAsString(head);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A head cannot be written", e);
        }
    }

    public Head read(String head) {
        try {
            return json.readValue(head, Head.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The head of a compiled recap cannot be read", e);
        }
    }
}
