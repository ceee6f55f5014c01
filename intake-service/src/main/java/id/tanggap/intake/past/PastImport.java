package id.tanggap.intake.past;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.intake.past.owner.Elsewhere;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of the past and how far it has come.
 *
 * @param oversightSecret whether alleged misconduct is taken over as secret, whatever the source says
 * @param refusal why nothing is taken over; null unless {@link State#REFUSED}
 * @param source null until its heading was found
 * @param createdBy the officer, as Keycloak knows that person
 * @param finishedAt when its file was erased; null before
 * @param elsewhere null when it seems to be the government's own
 * @param takeBack null when nobody asked for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PastImport(
        UUID id,
        @JsonIgnore String government,
        String fileName,
        boolean oversightSecret,
        State state,
        @Nullable String refusal,
        @Nullable ImportSource source,
        Rows rows,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt,
        @Nullable Elsewhere elsewhere,
        @Nullable TakeBack takeBack) {

    enum State {
        /** Looked through; nothing is taken over. */
        CHECKING,
        /** Waits for an officer to say what its columns mean. */
        UNMAPPED,
        /** Waits for an officer's word. */
        CHECKED,
        IMPORTING,
        DONE,
        REFUSED;

        boolean isUnderWay() {
            return this == CHECKING || this == IMPORTING;
        }
    }

    /**
     * Of the pass under way, or of the last one: each row that was read is one of the others.
     *
     * @param done that were read: all with something in them
     * @param total null until the file was looked through
     * @param fresh that were not taken over before
     * @param changed of which more or other is told than when they were taken over
     * @param known that are taken over already, with as much or more, or told twice
     * @param faulty that are left out, and told why
     * @param empty that hold no complaint: titles, headings, sums
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rows(int done, @Nullable Integer total, int fresh, int changed, int known, int faulty, int empty) {}

    static PastImport of(Row row) {
        var finishedAt = row.getOffsetDateTime("finished_at");
        var source = row.getString("source");
        return new PastImport(
                row.getUUID("id"),
                row.getString("government"),
                row.getString("file_name"),
                row.getBoolean("oversight_secret"),
                State.valueOf(row.getString("state")),
                row.getString("refusal"),
                source == null ? null : ImportSource.valueOf(source),
                new Rows(
                        row.getInteger("rows_done"),
                        row.getInteger("rows_total"),
                        row.getInteger("fresh"),
                        row.getInteger("changed"),
                        row.getInteger("known"),
                        row.getInteger("faulty"),
                        row.getInteger("empty")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"),
                finishedAt == null ? null : finishedAt.toInstant(),
                Elsewhere.of(row.getJsonObject("elsewhere")),
                TakeBack.of(row.getJsonObject("take_back")));
    }
}
