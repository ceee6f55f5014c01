package id.tanggap.response.queue;

import io.vertx.mutiny.sqlclient.Tuple;

/** Conditions with their values, numbered as PostgreSQL wants them. */
final class Where {
    private final StringBuilder conditions = new StringBuilder();
    private final Tuple values = Tuple.tuple();

    /** @param condition with a question mark for each value */
    Where and(String condition, Object... conditionValues) {
        var numbered = numbered(condition, conditionValues);
        conditions.append(conditions.isEmpty() ? " where " : " and ").append(numbered);
        return this;
    }

    /** A condition that stands elsewhere in the statement, with its values behind those before it. */
    String numbered(String condition, Object... conditionValues) {
        var numbered = condition;
        for (var value : conditionValues) {
            values.addValue(value);
            numbered = numbered.replaceFirst("\\?", "\\$" + values.size());
        }
        return numbered;
    }

    Tuple values() {
        return values;
    }

    @Override
    public String toString() {
        return conditions.toString();
    }
}
