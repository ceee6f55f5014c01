package id.tanggap.response.queue;

import id.tanggap.response.officer.Officer;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing by which the queue is narrowed down, and the condition that it means.
 *
 * @param asked null when it does not matter
 * @param values of the condition, in its order
 */
record Filter<V>(Function<Wanted, @Nullable V> asked, String condition, BiFunction<V, Today, List<?>> values) {

    /** Whose cases are asked for is {@link Reach}; by when, {@link DeadlineState}; which words, {@link Listing}. */
    private static final List<Filter<?>> ALL = List.of(
            new Filter<>(Filter::statuses, "c.status = any(?)", (names, _) -> List.of((Object) names)),
            equal("c.division = ?", wanted -> wanted.holder().division()),
            equal("c.channel = ?", wanted -> wanted.kind().channel()),
            equal("c.type = ?", wanted -> wanted.kind().type()),
            equal("c.category = ?", wanted -> wanted.kind().category()),
            equal("c.assignee = ?", wanted -> wanted.holder().assignee()),
            new Filter<>(
                    wanted -> wanted.holder().approval() ? true : null, "c.approval_requested", (_, _) -> List.of()),
            new Filter<>(
                    wanted -> wanted.days().from(), "c.received_at >= ?", (day, today) -> List.of(today.startOf(day))),
            new Filter<>(wanted -> wanted.days().to(), "c.received_at < ?", (day, today) -> List.of(today.endOf(day))),
            new Filter<>(
                    wanted -> wanted.days().answeredOn(),
                    "c.answered_at >= ? and c.answered_at < ?",
                    (day, today) -> List.of(today.startOf(day), today.endOf(day))));

    /** The conditions of all that is asked for, within the officer's reach. */
    static Where conditions(Officer officer, Wanted wanted, Today today) {
        var where = Reach.of(officer, wanted.holder().agency());
        ALL.forEach(filter -> filter.narrow(where, wanted, today));
        return wanted.deadline() == null ? where : wanted.deadline().narrow(where, today);
    }

    private static Filter<String> equal(String condition, Function<Wanted, @Nullable String> asked) {
        return new Filter<>(asked, condition, (value, _) -> List.of(value));
    }

    private static String @Nullable [] statuses(Wanted wanted) {
        var asked = wanted.status();
        return asked.isEmpty() ? null : asked.stream().map(Enum::name).toArray(String[]::new);
    }

    private void narrow(Where where, Wanted wanted, Today today) {
        var value = asked.apply(wanted);
        if (value != null) {
            where.and(condition, values.apply(value, today).toArray());
        }
    }
}
