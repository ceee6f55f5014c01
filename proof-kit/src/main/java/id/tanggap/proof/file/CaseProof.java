package id.tanggap.proof.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import id.tanggap.proof.Digest;
import id.tanggap.proof.Event;
import id.tanggap.proof.Require;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The proof that a recap holds an entry of one complaint, and that the entry stands for these events and no others.
 *
 * @param government id of the government; like month, version, size and index it is what the entry says of itself, as far as it does
 * @param month such as {@code 2026-10}
 * @param version of the recap, from 1
 * @param size of the recap's tree in leaves
 * @param index of the entry's leaf, from 0
 * @param entry the text of the leaf, byte for byte
 * @param path of the leaf as {@link AuditPath#of} gives it
 * @param topics in ascending order of their names
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "format")
@JsonTypeName(CaseProof.FORMAT)
@JsonPropertyOrder({"government", "month", "version", "size", "index", "entry", "path", "root", "topics"})
public record CaseProof(
        String government,
        String month,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) long size,
        @JsonProperty(required = true) long index,
        String entry,
        List<Digest> path,
        Digest root,
        List<Topic> topics) {

    public static final String FORMAT = "tanggap-proof-1";

    /** What one topic tells of the complaint, the oldest event first. */
    @JsonPropertyOrder({"topic", "events"})
    public record Topic(String topic, List<Event> events) {
        public Topic {
            Require.topic(topic);
            Require.present(events, "events");
            events = List.copyOf(events);
        }
    }

    public CaseProof {
        Require.text(government, "government");
        Require.month(month);
        Require.that(version > 0, "version", "is not above zero");
        Require.that(index >= 0 && index < size, "index", "is not below size");
        Require.leaf(entry, "entry");
        Require.present(path, "path");
        Require.present(root, "root");
        Require.present(topics, "topics");
        path = List.copyOf(path);
        topics = List.copyOf(topics);
        for (var i = 1; i < topics.size(); i++) {
            Require.that(topics.get(i - 1).topic().compareTo(topics.get(i).topic()) < 0, "topics", "do not ascend");
        }
    }

    /** The head of the file of the whole recap that this proof is for. */
    public Recap recap() {
        return new Recap(government, month, version, size, root);
    }

    public void write(OutputStream out) throws IOException {
        Json.PRETTY.writeValue(out, this);
        out.write('\n');
    }

    public static CaseProof read(byte[] file) throws UnreadableProof {
        return Json.read(file, CaseProof.class);
    }
}
