package id.tanggap.response.casefile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said to the citizens of secret complaints, which no event carries; see docs/adr/0008. */
@ApplicationScoped
class SecretWords {
    private final Pool pool;

    SecretWords(Pool pool) {
        this.pool = pool;
    }

    /**
     * Null when there is no such secret complaint, or none that was answered. While routing has not said what becomes of an
     * answer, the one before it.
     */
    Uni<@Nullable String> answer(UUID id) {
        return text("""
                select case when d.id is null then c.answer else d.former::jsonb ->> 'answer' end as text
                from desk_case c left join deed d on d.act_id = c.awaited_act and d.action = 'PUBLISH'
                where c.id = $1 and c.secret
                """, id);
    }

    /** Null when there is no such secret complaint, or none of which the citizen is asked something now. */
    Uni<@Nullable String> question(UUID id) {
        return text("""
                select d.text from desk_case c join deed d on d.case_id = c.id and d.action = 'REQUEST_INFORMATION'
                where c.id = $1 and c.secret and c.status = 'NEEDS_INFO'
                order by d.id desc limit 1
                """, id);
    }

    private Uni<@Nullable String> text(String sql, UUID id) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("text"));
    }
}
