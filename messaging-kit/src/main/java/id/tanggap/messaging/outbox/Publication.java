package id.tanggap.messaging.outbox;

import id.tanggap.fault.Transience;
import id.tanggap.messaging.Cause;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Rows of the outbox on their way to the broker. */
final class Publication {
    /** Digits of the greatest number. */
    private static final int LONGEST = 19;

    private final List<Row> rows;
    private final List<Future<RecordMetadata>> sent;
    private final List<Long> acknowledged = new ArrayList<>();
    private final Map<Long, String> refused = new LinkedHashMap<>();
    private @Nullable KafkaUnavailable unavailable;

    private Publication(List<Row> rows, List<Future<RecordMetadata>> sent) {
        this.rows = rows;
        this.sent = sent;
        this.unavailable = sent.size() < rows.size() ? new KafkaUnavailable(null) : null;
    }

    /** Hands the rows over in order, up to the first that the producer cannot take now: none may overtake it. */
    static Publication of(Producer<String, byte[]> producer, List<Row> rows) {
        var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) {
            var future = producer.send(record(row));
            if (future.state() == Future.State.FAILED && !Transience.isAboutTheRecord(future.exceptionNow())) {
                break;
            }
            sent.add(future);
        }
        return new Publication(rows, sent);
    }

    /** Waits for the broker's answers, at most so long for each. */
    void await(Duration patience) throws InterruptedException {
        for (int i = 0; i < sent.size(); i++) {
            var number = rows.get(i).getLong("seq");
            try {
                sent.get(i).get(patience.toNanos(), TimeUnit.NANOSECONDS);
                acknowledged.add(number);
            } catch (TimeoutException e) {
                unavailable = new KafkaUnavailable(e);
                return;
            } catch (ExecutionException e) {
                failed(number, e.getCause());
            }
        }
    }

    private void failed(Long number, @Nullable Throwable failure) {
        if (Transience.isAboutTheRecord(failure)) {
            refused.put(number, Cause.of(failure));
        } else {
            unavailable = new KafkaUnavailable(failure);
        }
    }

    /** The numbers of the rows that the broker has. */
    List<Long> acknowledged() {
        return acknowledged;
    }

    /** Those that it will never take, and why. */
    Map<Long, String> refused() {
        return refused;
    }

    /** Why not all rows are answered; null when they are. */
    @Nullable
    KafkaUnavailable unavailable() {
        return unavailable;
    }

    private static ProducerRecord<String, byte[]> record(Row row) {
        var subject = row.getUUID("subject").toString();
        var record = new ProducerRecord<>(
                row.getString("topic"), subject, row.getBuffer("payload").getBytes());
        var headers = record.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", row.getUUID("id").toString());
        add(headers, "ce_type", row.getString("type"));
        add(headers, "ce_source", row.getString("source"));
        add(headers, "ce_subject", subject);
        add(headers, "ce_government", row.getString("government"));
        add(headers, "ce_time", row.getOffsetDateTime("time").toInstant().toString());
        add(headers, "ce_sequence", sequence(row.getLong("seq")));
        add(headers, "content-type", "application/json");
        var traceparent = row.getString("traceparent");
        if (traceparent != null) {
            add(headers, "traceparent", traceparent);
        }
        return record;
    }

    /** As long as the greatest, so that texts are in the order of their numbers. */
    private static String sequence(long number) {
        var digits = Long.toString(number);
        return "0".repeat(LONGEST - digits.length()) + digits;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Kafka does not answer; the rows stay where they are. */
    static final class KafkaUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        KafkaUnavailable(@Nullable Throwable cause) {
            super("Kafka takes no records now", cause);
        }
    }
}
