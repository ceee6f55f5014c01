package id.tanggap.reporting.facts.known;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two tellings of a column come to: said to the table, and done here. */
sealed interface Merge {

    /** The value of the column of a {@code fact} that conflicts. */
    String sql(String column);

    /** The column that has to be told for this one to change. */
    String lead(String column);

    /** Once its lead was told. */
    @Nullable
    Object of(String column, Known known, Known told);

    /** By what is told of the column itself. */
    enum Own implements Merge {
        FIRST("coalesce(fact.%1$s, excluded.%1$s)"),
        LAST("coalesce(excluded.%1$s, fact.%1$s)"),
        EARLIEST("least(excluded.%1$s, fact.%1$s)"),
        LATEST("greatest(excluded.%1$s, fact.%1$s)"),
        SUM("fact.%1$s + excluded.%1$s"),
        APPENDED("fact.%1$s || excluded.%1$s");

        private final String sql;

        Own(String sql) {
            this.sql = sql;
        }

        /** Of a column that is told along with another, and stands as long as that telling of the other one does. */
        With by(String lead) {
            return new With(this, lead);
        }

        @Override
        public String sql(String column) {
            return sql.formatted(column);
        }

        @Override
        public String lead(String column) {
            return column;
        }

        @Override
        public @Nullable Object of(String column, Known known, Known told) {
            var before = known.get(column);
            var now = told.get(column);
            return before == null || now == null ? now : both(before, now);
        }

        private Object both(Object known, Object told) {
            return switch (this) {
                case FIRST -> known;
                case LAST -> told;
                case EARLIEST -> compare(told, known) <= 0 ? told : known;
                case LATEST -> compare(told, known) >= 0 ? told : known;
                case SUM -> (int) known + (int) told;
                case APPENDED ->
                    Stream.of((List<?>) known, (List<?>) told)
                            .flatMap(List::stream)
                            .toList();
            };
        }

        @SuppressWarnings("unchecked") // a column has values of one type
        private static int compare(Object one, Object other) {
            return ((Comparable<Object>) one).compareTo(other);
        }
    }

    /** @param own which telling of the lead stands */
    record With(Own own, String lead) implements Merge {

        @Override
        public String sql(String column) {
            return "case when excluded.%1$s = %2$s then excluded.%3$s else fact.%3$s end"
                    .formatted(lead, own.sql(lead), column);
        }

        @Override
        public String lead(String column) {
            return lead;
        }

        @Override
        public @Nullable Object of(String column, Known known, Known told) {
            var stands = Objects.equals(told.get(lead), own.of(lead, known, told));
            return (stands ? told : known).get(column);
        }
    }
}
