package id.tanggap.reporting.facts;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.reporting.Told;
import io.agroal.api.AgroalDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Hands batches to the consumer as a channel does, and looks into the table behind its back. */
@ApplicationScoped
public class Feed {
    private final FactsConsumer consumer;
    private final AgroalDataSource database;

    Feed(FactsConsumer consumer, AgroalDataSource database) {
        this.consumer = consumer;
        this.database = database;
    }

    /** One batch per topic. */
    public void take(Collection<Told> events) {
        for (var topic : Topics.ALL) {
            var batch =
                    events.stream().filter(told -> told.topic().equals(topic)).toList();
            if (!batch.isEmpty()) {
                batch(batch).await().atMost(Duration.ofSeconds(30));
            }
        }
    }

    public Uni<Void> batch(List<Told> events) {
        var topic = events.getFirst().topic();
        var records = new ConsumerRecords<>(
                Map.of(
                        new TopicPartition(topic, 0),
                        events.stream().map(Told::consumed).toList()),
                Map.of());
        return switch (topic) {
            case Topics.INTAKE -> consumer.intake(records);
            case Topics.ROUTING -> consumer.routing(records);
            case Topics.RESPONSE -> consumer.response(records);
            case Topics.IMPORT -> consumer.past(records);
            default -> consumer.notification(records);
        };
    }

    /** Not even an archived recap stays. */
    public void forgetAll() {
        for (var table : List.of("recap_document", "recap_deed", "recap_entry", "recap_version", "monthly_recap")) {
            update("alter table " + table + " disable trigger user");
            update("delete from " + table);
            update("alter table " + table + " enable trigger user");
        }
        for (var table : List.of(
                "complaint_words",
                "complaint_fact",
                "satisfaction_survey",
                "rollup_delta",
                "rollup",
                "ledger",
                "ledger_head",
                "import_telling",
                "import_take_back")) {
            update("delete from " + table);
        }
    }

    /** All columns of a complaint by name, empty when there is no row. */
    Map<String, Object> fact(UUID complaint) {
        var rows = query(
                "select * from complaint_fact left join complaint_words using (complaint_id) where complaint_id = '"
                        + complaint + "'");
        return rows.isEmpty() ? Map.of() : rows.getFirst();
    }

    /** The one id that the statement gives. */
    public UUID id(String sql) {
        return (UUID) Objects.requireNonNull(query(sql).getFirst().get("id"));
    }

    public int update(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Map<String, Object>> query(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, Object>>();
            while (result.next()) {
                var row = new TreeMap<String, Object>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnName(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
