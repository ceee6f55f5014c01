package id.tanggap.intake.vault;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.vocabulary.ContactWay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Until when, and whether at all, citizens may be written to where they wrote from. */
@ApplicationScoped
class Windows {
    private static final String FIND = "select id, free_until from conversation where id = any($1) and not stopped";

    private final Pool pool;

    Windows(Pool pool) {
        this.pool = pool;
    }

    /** Without those on which the citizen wants nothing of us any more. */
    Uni<List<Reachable>> of(List<Handle> handles) {
        var conversations = handles.stream()
                .map(Handle::conversation)
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        return conversations.length == 0
                ? Uni.createFrom().item(reachable(handles, Map.of()))
                : pool.preparedQuery(FIND)
                        .execute(Tuple.tuple().addArrayOfUUID(conversations))
                        .map(rows -> reachable(
                                handles,
                                StreamSupport.stream(rows.spliterator(), false)
                                        .collect(toMap(row -> row.getUUID("id"), row -> row))));
    }

    private static List<Reachable> reachable(List<Handle> handles, Map<UUID, Row> open) {
        return handles.stream()
                .filter(handle -> handle.conversation() == null || open.containsKey(handle.conversation()))
                .map(handle -> new Reachable(
                        handle.way(),
                        handle.account(),
                        handle.address(),
                        freeUntil(handle.conversation() == null ? null : open.get(handle.conversation()))))
                .toList();
    }

    private static @Nullable Instant freeUntil(@Nullable Row row) {
        var until = row == null ? null : row.getOffsetDateTime("free_until");
        return until == null ? null : until.toInstant();
    }

    /**
     * A handle, to be used now.
     *
     * @param freeUntil until when its provider takes free words; null where it takes them always, or never
     */
    @Schema(name = "Handle")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reachable(
            ContactWay way,
            @Nullable String account,
            String address,
            @Nullable Instant freeUntil) {
        @Override
        public String toString() {
            return "Reachable[" + way + "]";
        }
    }
}
