package id.tanggap.reporting.facts;

import id.tanggap.governments.Governments;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row per complaint, written by one statement per topic and batch. Each topic has its own columns, so that the order
 * in which topics are read does not matter.
 */
@ApplicationScoped
class Facts {
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
        return Stream.of(
                        IntakeFact.statement(events, governments),
                        RoutingFact.statement(events),
                        ResponseFact.statement(events),
                        MessageFact.statement(events),
                        ImportFact.statement(events, governments),
                        SurveyFact.statement(events, governments))
                .filter(upsert -> !upsert.isEmpty())
                .map(upsert -> write(transaction, upsert, tables))
                .reduce(Uni.createFrom().voidItem(), (done, next) -> done.chain(() -> next));
    }

    private static Uni<Void> write(SqlConnection transaction, Upsert upsert, Tables tables) {
        return transaction
                .preparedQuery(tables.in(upsert.sql()))
                .execute(upsert.values())
                .replaceWithVoid();
    }
}
