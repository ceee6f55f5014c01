package id.tanggap.intake.term;

import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the dates of each complaint, of a purpose the newest, as routing and the desk told them. What each is for says the
 * SOP that is in force; of a rule that it no longer has no date is kept.
 */
@ApplicationScoped
public class Terms {
    private static final Rows<Term> ROWS = Rows.of(Term.class)
            .uuid("complaint_id", Term::complaint)
            .text("purpose", term -> term.purpose().name())
            .time("due_at", Term::dueAt);
    private static final String TELL = ROWS.insertInto("term") + """
            on conflict (complaint_id, purpose) do update
            set due_at = excluded.due_at
            """;
    private static final String READ =
            "select purpose, due_at from term where complaint_id = $1 and due_at is not null";

    private static final Comparator<Term> IN_ORDER =
            Comparator.comparing(Term::complaint).thenComparing(Term::purpose);

    private final Pool pool;
    private final Governments governments;

    Terms(Pool pool, Governments governments) {
        this.pool = pool;
        this.governments = governments;
    }

    /** @param dueAt null when there is no such date any more */
    private record Term(
            UUID complaint, Purpose purpose, @Nullable Instant dueAt) {}

    /** Rows in the order of their ids, as all that hears of complaints writes them. */
    public Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        var terms = new TreeSet<>(IN_ORDER);
        for (var event : events) {
            var term = toldBy(event);
            if (term != null) {
                terms.remove(term);
                terms.add(term);
            }
        }
        return terms.isEmpty() ? Uni.createFrom().voidItem() : write(transaction, terms);
    }

    private static Uni<Void> write(SqlConnection transaction, Collection<Term> terms) {
        return transaction.preparedQuery(TELL).execute(ROWS.tuple(terms)).replaceWithVoid();
    }

    private @Nullable Term toldBy(ReceivedEvent received) {
        var about = received.envelope();
        var government = governments.find(about.government());
        if (government == null) {
            return null;
        }
        return received.event() instanceof AnswerPublished answer
                ? new Term(about.subject(), Purpose.FOLLOW_UP, endOf(answer.followUpBy(), government))
                : ofAClock(received, government);
    }

    private static @Nullable Term ofAClock(ReceivedEvent received, Government government) {
        var due = Due.toldBy(received.event());
        var purpose = due == null ? null : Purpose.of(due.clock(), due.rule(), government.sop());
        return due == null || purpose == null
                ? null
                : new Term(received.envelope().subject(), purpose, due.at());
    }

    /** The last moment of a day by the government's clock. */
    private static @Nullable Instant endOf(@Nullable LocalDate day, Government government) {
        return day == null
                ? null
                : day.plusDays(1)
                        .atStartOfDay(government.calendar().zone())
                        .toInstant()
                        .minusMillis(1);
    }

    /** What is known of one complaint. */
    public Uni<Map<Purpose, Instant>> of(UUID complaint) {
        return pool.preparedQuery(READ).execute(Tuple.of(complaint)).map(rows -> {
            Map<Purpose, Instant> terms = new EnumMap<>(Purpose.class);
            rows.forEach(row -> terms.put(
                    Purpose.valueOf(row.getString("purpose")),
                    row.getOffsetDateTime("due_at").toInstant()));
            return terms;
        });
    }
}
