package id.tanggap.routing.cases;

import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.messaging.Rows;
import id.tanggap.routing.destination.KeptProposal;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a case is written into its table, and read from there. */
final class CaseRow {
    static final Rows<CaseMemory> ROWS = Rows.of(CaseMemory.class)
            .uuid("complaint_id", it -> it.id)
            .text("government", it -> it.government)
            .text("number", it -> it.number)
            .text("type", it -> it.type.name())
            .text("visibility", it -> it.visibility.name())
            .text("sop", it -> it.sop)
            .time("received_at", it -> it.receivedAt)
            .text("proposal", it -> it.proposal.text())
            .text("sure_of", it -> it.sureOf)
            .text("claimed_by", CaseMemory::claimedBy)
            .text("claimed_for", CaseMemory::claimedFor)
            .fixed()
            .text("state", it -> it.state().name())
            .text("prior", it -> name(it.prior()))
            .text("agency", it -> it.agency)
            .text("rule", it -> it.rule)
            .text("reason", it -> it.reason)
            .number("hop", it -> it.hop)
            .time("dispatched_at", it -> it.dispatchedAt)
            .time("forwarded_at", it -> it.forwardedAt)
            .time("answered_at", it -> it.answeredAt)
            .time("confirmed_at", it -> it.confirmedAt)
            .time("replied_at", it -> it.repliedAt)
            .time("objected_at", it -> it.objectedAt)
            .time("ended_at", it -> it.endedAt)
            .time("next_alarm_at", it -> it.nextAlarmAt)
            .time("told_at", it -> it.toldAt)
            .text("taken_from", it -> it.takenFrom)
            .time("taken_at", it -> it.takenAt)
            .text("target", it -> it.target)
            .text("return_reason", it -> name(it.returnReason))
            .text("reached_by", it -> name(it.reachedBy))
            .text("reached_way", it -> name(it.reachedWay));

    static CaseMemory read(Row row) {
        var memory = new CaseMemory(
                        row.getUUID("complaint_id"),
                        row.getString("government"),
                        row.getString("number"),
                        ComplaintType.valueOf(row.getString("type")),
                        Visibility.ofName(row.getString("visibility")),
                        row.getString("sop"),
                        time(row, "received_at"),
                        KeptProposal.read(row.getString("proposal")),
                        row.getString("sure_of"))
                .in(CaseState.valueOf(row.getString("state")), value(row, "prior", CaseState::valueOf));
        memory.agency = row.getString("agency");
        memory.rule = row.getString("rule");
        memory.reason = row.getString("reason");
        memory.hop = row.getInteger("hop");
        memory.takenFrom = row.getString("taken_from");
        memory.target = row.getString("target");
        memory.returnReason = value(row, "return_reason", MisroutingReason::valueOf);
        memory.reachedBy = value(row, "reached_by", Reached::valueOf);
        memory.reachedWay = value(row, "reached_way", ContactWay::valueOf);
        readTimes(row, memory);
        return memory;
    }

    private static void readTimes(Row row, CaseMemory memory) {
        memory.dispatchedAt = timeOrNull(row, "dispatched_at");
        memory.forwardedAt = timeOrNull(row, "forwarded_at");
        memory.answeredAt = timeOrNull(row, "answered_at");
        memory.confirmedAt = timeOrNull(row, "confirmed_at");
        memory.repliedAt = timeOrNull(row, "replied_at");
        memory.objectedAt = timeOrNull(row, "objected_at");
        memory.endedAt = timeOrNull(row, "ended_at");
        memory.nextAlarmAt = timeOrNull(row, "next_alarm_at");
        memory.toldAt = timeOrNull(row, "told_at");
        memory.takenAt = timeOrNull(row, "taken_at");
    }

    static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static @Nullable Instant timeOrNull(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    private static <T> @Nullable T value(Row row, String column, Function<String, T> of) {
        var text = row.getString(column);
        return text == null ? null : of.apply(text);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private CaseRow() {}
}
