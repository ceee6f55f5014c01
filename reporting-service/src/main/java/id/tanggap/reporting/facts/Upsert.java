package id.tanggap.reporting.facts;

import id.tanggap.messaging.Columns;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** One statement for all rows of a batch. */
record Upsert(String sql, Tuple columns, boolean isEmpty) {

    /** @param rows sorted by complaint, which is the order in which their locks are taken */
    static <T> Upsert of(String sql, SortedMap<UUID, T> rows, UnaryOperator<Columns<T>> columns) {
        return new Upsert(sql, columns.apply(Columns.of(rows.values())).tuple(), rows.isEmpty());
    }
}
