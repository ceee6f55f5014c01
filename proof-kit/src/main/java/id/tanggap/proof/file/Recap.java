package id.tanggap.proof.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import id.tanggap.proof.Digest;
import id.tanggap.proof.Require;

/**
 * Which recap it is, and the first line of the file of the whole recap. The other lines are its leaves: the recap's head
 * with its figures, then the entries in order.
 *
 * @param month such as {@code 2026-10}
 * @param version from 1
 * @param size of the tree in leaves, at least the head
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "format")
@JsonTypeName(Recap.FORMAT)
@JsonPropertyOrder({"government", "month", "version", "size", "root"})
public record Recap(
        String government,
        String month,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) long size,
        Digest root) {

    public static final String FORMAT = "tanggap-recap-1";

    public Recap {
        Require.text(government, "government");
        Require.month(month);
        Require.that(version > 0, "version", "is not above zero");
        Require.that(size > 0, "size", "is not above zero");
        Require.present(root, "root");
    }
}
