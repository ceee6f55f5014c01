package id.tanggap.reporting.facts;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** When something happened that may be told more than once; which telling holds does not depend on their order. */
final class Moment {
    private final BinaryOperator<Instant> holding;
    private @Nullable Instant at;

    private Moment(BinaryOperator<Instant> holding) {
        this.holding = holding;
    }

    static Moment earliest() {
        return new Moment(BinaryOperator.minBy(Comparator.naturalOrder()));
    }

    static Moment latest() {
        return new Moment(BinaryOperator.maxBy(Comparator.naturalOrder()));
    }

    /** @return true: it is known now */
    boolean told(Instant told) {
        at = at == null ? told : holding.apply(at, told);
        return true;
    }

    /** Null as long as it was not told. */
    @Nullable
    Instant at() {
        return at;
    }
}
