package id.tanggap.reporting.facts;

import id.tanggap.governments.Governments;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One row per complaint, written by one statement per topic and batch. Each topic has its own columns, so that the order
 * in which topics are read does not matter.
 */
@ApplicationScoped
class Facts {
    private static final String HOLD =
            "select from complaint_fact where complaint_id = any($1) order by complaint_id for update";

    private final Governments governments;

    Facts(Governments governments) {
        this.governments = governments;
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
        var upserts = Stream.of(
                        IntakeFact.statement(events, governments),
                        RoutingFact.statement(events),
                        ResponseFact.statement(events),
                        MessageFact.statement(events),
                        ImportFact.statement(events, governments),
                        SurveyFact.statement(events, governments))
                .filter(upsert -> !upsert.isEmpty())
                .toList();
        var held = upserts.size() > 1
                ? hold(transaction, events, tables)
                : Uni.createFrom().voidItem();
        return upserts.stream()
                .map(upsert -> write(transaction, upsert, tables))
                .reduce(held, (done, next) -> done.chain(() -> next));
    }

    /** Several statements on the same complaints take their locks in one order all the same. */
    private static Uni<Void> hold(SqlConnection transaction, List<ReceivedEvent> events, Tables tables) {
        var complaints = events.stream()
                .map(event -> event.envelope().subject())
                .distinct()
                .toArray(UUID[]::new);
        return transaction
                .preparedQuery(tables.in(HOLD))
                .execute(Tuple.tuple().addArrayOfUUID(complaints))
                .replaceWithVoid();
    }

    private static Uni<Void> write(SqlConnection transaction, Upsert upsert, Tables tables) {
        return transaction
                .preparedQuery(tables.in(upsert.sql()))
                .execute(upsert.values())
                .replaceWithVoid();
    }
}
