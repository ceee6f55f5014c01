package id.tanggap.routing.cases;

import id.tanggap.clock.Clock;
import id.tanggap.clock.Pause;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.governments.sop.Ceiling;
import id.tanggap.governments.sop.ClockRule;
import id.tanggap.governments.sop.Sop;
import id.tanggap.messaging.Rows;
import id.tanggap.routing.sop.Jurisdiction;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a clock is written into its table, and read from there. */
record ClockRow(CaseMemory memory, Clock clock) {
    static final Rows<ClockRow> ROWS = Rows.of(ClockRow.class)
            .uuid("complaint_id", it -> it.memory().id)
            .text("rule", it -> it.clock().rule().id())
            .time("started_at", it -> it.clock().startedAt())
            .text("government", it -> it.memory().government)
            .text("kind", it -> it.clock().kind().name())
            .text("standard", it -> it.clock().rule().standard().text())
            .fixed()
            .text("agency", it -> it.memory().agency)
            .time("due_at", it -> it.clock().dueAt())
            .text("pauses", it -> Pause.write(it.clock().memory().pauses()))
            .number("rung", it -> it.clock().memory().rung())
            .time("missed_at", it -> it.clock().missedAt())
            .time("met_at", it -> it.clock().metAt())
            .time("ended_at", it -> it.clock().endedAt())
            .number("took_seconds", it -> seconds(it.clock().took()));

    /** Null for a clock whose rule the procedure does not know, which only one from before there were any can be. */
    static @Nullable Clock read(Row row, Jurisdiction home, Sop sop) {
        var kind = ClockKind.valueOf(row.getString("kind"));
        var rule = rule(sop, kind, row.getString("rule"));
        return rule == null
                ? null
                : new Clock(
                        kind,
                        rule,
                        sop.policy().longestPause(),
                        home.calendar(kind == ClockKind.STEP ? sop.step(rule.id()) : null, row.getString("agency")),
                        memory(row));
    }

    private static Clock.Memory memory(Row row) {
        return new Clock.Memory(
                CaseRow.time(row, "started_at"),
                CaseRow.time(row, "due_at"),
                Pause.read(row.getString("pauses")),
                row.getInteger("rung"),
                CaseRow.timeOrNull(row, "missed_at"),
                CaseRow.timeOrNull(row, "met_at"),
                CaseRow.timeOrNull(row, "ended_at"));
    }

    private static @Nullable ClockRule rule(Sop sop, ClockKind kind, String id) {
        return switch (kind) {
            case PROMISE -> sop.promise();
            case STEP -> {
                var step = sop.step(id);
                yield step == null ? null : step.clock();
            }
            case CEILING ->
                sop.ceilings().stream()
                        .map(Ceiling::clock)
                        .filter(rule -> rule.id().equals(id))
                        .findFirst()
                        .orElse(null);
        };
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : (int) Math.min(Integer.MAX_VALUE, duration.toSeconds());
    }
}
