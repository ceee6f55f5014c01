package id.tanggap.reporting.facts;

import id.tanggap.contracts.event.ImportEvent.OfTheImport;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.reporting.facts.known.Upsert;
import id.tanggap.reporting.facts.known.Upsert.Statement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One row per complaint, written by one statement per topic and batch. Each topic has its own columns, so that the order
 * in which topics are read does not matter.
 */
@ApplicationScoped
class Facts {
    private static final Rows<Envelope> HELD =
            Rows.of(Envelope.class).uuid("complaint_id", Envelope::subject).text("government", Envelope::government);
    private static final String HOLD = HELD.insertInto("complaint_fact")
            + " on conflict (complaint_id) do update set government = excluded.government";

    private final List<Upsert> topics;
    private final Upsert surveys;

    Facts(Governments governments) {
        this.topics = Upsert.ofFacts(governments);
        this.surveys = Upsert.ofSurveys(governments);
    }

    /** Where they are put: what is in use, or what is being built anew beside it. */
    enum Tables {
        IN_USE("complaint_fact", "complaint_words", "satisfaction_survey"),
        REBUILT("rebuilt_fact", "rebuilt_words", "rebuilt_survey");

        private final String facts;
        private final String words;
        private final String surveys;

        Tables(String facts, String words, String surveys) {
            this.facts = facts;
            this.words = words;
            this.surveys = surveys;
        }

        private String in(String sql) {
            return sql.replace("complaint_fact", facts)
                    .replace("complaint_words", words)
                    .replace("satisfaction_survey", surveys);
        }
    }

    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events, Tables tables) {
        var parts = events.stream().flatMap(ReceivedEvent::parts).toList();
        var facts = topics.stream().flatMap(topic -> topic.statement(parts)).toList();
        var held = facts.size() > 1
                ? hold(transaction, events, tables)
                : Uni.createFrom().voidItem();
        return Stream.of(facts.stream(), surveys.statement(parts), Remark.statement(parts))
                .flatMap(Function.identity())
                .map(statement -> write(transaction, statement, tables))
                .reduce(held, (done, next) -> done.chain(() -> next));
    }

    /**
     * Several statements on the same complaints take their locks in one order all the same: that of their ids, those that are
     * new among them.
     */
    private static Uni<Void> hold(SqlConnection transaction, List<ReceivedEvent> events, Tables tables) {
        var complaints = new TreeMap<UUID, Envelope>();
        events.stream()
                .filter(event -> !(event.event() instanceof OfTheImport))
                .forEach(event -> complaints.put(event.envelope().subject(), event.envelope()));
        return transaction
                .preparedQuery(tables.in(HOLD))
                .execute(HELD.tuple(complaints.values()))
                .replaceWithVoid();
    }

    private static Uni<Void> write(SqlConnection transaction, Statement statement, Tables tables) {
        return transaction
                .preparedQuery(tables.in(statement.sql()))
                .execute(statement.values())
                .replaceWithVoid();
    }
}
