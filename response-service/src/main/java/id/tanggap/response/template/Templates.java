package id.tanggap.response.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The templates of an agency, and those that all agencies of its government share. */
@ApplicationScoped
class Templates {
    /** An agency's people change their own, those of a whole government the shared ones. */
    private static final String OWN = " government = $1 and agency is not distinct from $2";

    private static final String LIST = """
            select id, agency, name, text, version, edited_by_name, edited_at from template
            where government = $1 and (agency is null or $2::text is null or agency = $2)
            order by lower(name), id
            """;
    private static final String ADD = """
            insert into template (government, agency, id, name, text, version, edited_by_name, edited_at)
            values ($1, $2, $3, $4, $5, 1, $6, $7)
            on conflict do nothing
            returning id, agency, name, text, version, edited_by_name, edited_at
            """;
    private static final String CHANGE = """
            update template set name = $4, text = $5, version = version + 1, edited_by_name = $6, edited_at = $7
            where id = $3 and version = $8 and""" + OWN + """
             returning id, agency, name, text, version, edited_by_name, edited_at
            """;
    private static final String FIND =
            "select id, agency, name, text, version, edited_by_name, edited_at from template where id = $3 and" + OWN;
    private static final String REMOVE = "delete from template where id = $3 and" + OWN;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Pool pool;
    private final InstantSource time;

    Templates(Pool pool, InstantSource time) {
        this.pool = pool;
        this.time = time;
    }

    /** @param agency null when all agencies share it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Template(
            UUID id,
            @Nullable String agency,
            String name,
            String text,
            @JsonUnwrapped Edition edition) {

        /** @param version counts changes, so that nobody overwrites unseen */
        record Edition(int version, String editedBy, Instant editedAt) {}

        static Template of(Row row) {
            return new Template(
                    row.getUUID("id"),
                    row.getString("agency"),
                    row.getString("name"),
                    row.getString("text"),
                    new Edition(
                            row.getInteger("version"),
                            row.getString("edited_by_name"),
                            row.getOffsetDateTime("edited_at").toInstant()));
        }
    }

    /** Another template of the same owner has this name. */
    static final class NameTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        NameTaken(Throwable cause) {
            super(cause);
        }
    }

    Uni<List<Template>> list(Officer officer) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(officer.government(), officer.agency()))
                .map(rows -> {
                    var all = new ArrayList<Template>(rows.size());
                    rows.forEach(row -> all.add(Template.of(row)));
                    return all;
                });
    }

    /**
     * Null when another template of the same owner has this name.
     *
     * @param id of the template: that of the same request before, which then is answered with the template as it is
     */
    Uni<@Nullable Template> add(Officer officer, UUID id, String name, String text) {
        return pool.preparedQuery(ADD)
                .execute(values(officer, id, name, text))
                .chain(added -> added.size() > 0
                        ? Uni.createFrom().item(added)
                        : pool.preparedQuery(FIND).execute(Tuple.of(officer.government(), officer.agency(), id)))
                .map(Templates::first);
    }

    private static @Nullable Template first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : Template.of(rows.iterator().next());
    }

    /** Null when it is gone, is not the officer's, or was changed since it was read. Fails with {@link NameTaken}. */
    Uni<@Nullable Template> change(Officer officer, UUID id, int readVersion, String name, String text) {
        return pool.preparedQuery(CHANGE)
                .execute(values(officer, id, name, text).addInteger(readVersion))
                .onFailure(
                        failure -> failure instanceof PgException known && UNIQUE_VIOLATION.equals(known.getSqlState()))
                .transform(NameTaken::new)
                .map(Templates::first);
    }

    /** Whether there was one. */
    Uni<Boolean> remove(Officer officer, UUID id) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(officer.government(), officer.agency(), id))
                .map(rows -> rows.rowCount() > 0);
    }

    private Tuple values(Officer officer, UUID id, String name, String text) {
        return Tuple.of(officer.government(), officer.agency(), id, name, text, officer.name())
                .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC));
    }
}
