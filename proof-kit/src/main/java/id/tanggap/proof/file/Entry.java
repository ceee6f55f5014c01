package id.tanggap.proof.file;

import id.tanggap.proof.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What a recap says of one complaint.
 *
 * @param number the one the citizen was given
 * @param month such as {@code 2026-10}
 * @param events the case digest
 * @param complaint its id
 * @param fields all fields, those above and what else the recap tells
 */
public record Entry(String number, String month, Digest events, String complaint, Fields fields) {
    /** Said of a text that is no entry. */
    public static final String NONE = "bukan objek JSON dengan number, month, events dan complaint";

    /** @return null when the text is no JSON object, or lacks one of the four or has it of another kind */
    public static @Nullable Entry read(@Nullable String text) {
        var fields = Fields.read(text);
        if (fields == null) {
            return null;
        }
        var number = fields.text("number");
        var month = fields.text("month");
        var events = fields.text("events");
        var complaint = fields.text("complaint");
        if (number == null || month == null || events == null || complaint == null || !Digest.isWritten(events)) {
            return null;
        }
        return new Entry(number, month, Digest.parse(events), complaint, fields);
    }

    /** What it says itself of the recap and of its place there, and nothing else does. */
    public Place place() {
        return new Place(fields, "entri");
    }
}
