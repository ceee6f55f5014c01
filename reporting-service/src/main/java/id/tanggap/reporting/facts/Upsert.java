package id.tanggap.reporting.facts;

import id.tanggap.messaging.Rows;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.SortedMap;
import java.util.UUID;

/** One statement for all rows of a batch. */
record Upsert(String sql, Tuple values, boolean isEmpty) {

    /** @param facts sorted by complaint, which is the order in which their locks are taken */
    static <T> Upsert of(String sql, Rows<T> rows, SortedMap<UUID, T> facts) {
        return new Upsert(sql, rows.tuple(facts.values()), facts.isEmpty());
    }
}
