package id.tanggap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.netty.handler.codec.DecoderException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.core.json.DecodeException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransienceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "25P03", "26000", "28P01", "3D000", "40001", "40P01", "53100", "53300", "55P03",
                "57014", "57P01", "57P02", "57P03", "58030", "F0001", "XX000"
            })
    void letsPostgresRecover(String state) {
        assertThat(Transience.passes(postgres(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0A000", "21000", "22021", "23505", "25P02", "42501", "42P01", "44000", "54000", "P0001"})
    void takesPostgresAtItsWord(String state) {
        assertThat(Transience.passes(postgres(state))).isFalse();
    }

    static Stream<Throwable> whatClientsRaise() {
        return Stream.of(
                ClosedConnectionException.INSTANCE,
                new VertxException("Connection was closed"),
                new NoStackTraceThrowable("Timeout"),
                new NoStackTraceThrowable("Failed to read any response from the server"),
                new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"),
                new NoStackTraceThrowable("Transaction already completed"),
                new ConnectException("refused"),
                new UnresolvedAddressException(),
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                new RejectedExecutionException("event executor terminated"),
                new CancellationException(),
                new InterruptedException(),
                new DecoderException(new IOException("reset")),
                new KafkaException("no metadata"),
                new org.apache.kafka.common.errors.TimeoutException(),
                new NotLeaderOrFollowerException("elsewhere"),
                new OutOfOrderSequenceException("17"),
                new ProducerFencedException("newer"),
                raised(() -> closedProducer().send(new ProducerRecord<>("topic", new byte[0]))),
                raised(() -> {
                    var vertx = Vertx.vertx();
                    vertx.close().toCompletionStage().toCompletableFuture().join();
                    vertx.setTimer(1, _ -> {});
                }));
    }

    @ParameterizedTest
    @MethodSource("whatClientsRaise")
    void letsServersComeBack(Throwable failure) {
        assertThat(Transience.passes(failure)).isTrue();
        assertThat(Transience.passes(new CompletionException(failure))).isTrue();
        assertThat(Transience.passes(new IllegalStateException("Not now", failure)))
                .isTrue();
        assertThat(Transience.passes(new CompositeException(postgres("25P02"), failure)))
                .isTrue();
    }

    static Stream<Throwable> mistakes() {
        return Stream.of(
                new IllegalStateException(),
                new NullPointerException(),
                new JsonParseException(null, "broken"),
                new DecodeException("broken"),
                new DecoderException("broken"),
                TransactionRollbackException.INSTANCE,
                new RecordTooLargeException(),
                new SerializationException(),
                new NoStackTraceThrowable(
                        "Parameter at position[0] with class = [java.lang.String] can not be coerced"),
                new NoStackTraceThrowable("The number of parameters to execute should be consistent"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void doesNotWaitForAMistakeToGoAway(Throwable mistake) {
        assertThat(Transience.passes(mistake)).isFalse();
        assertThat(Transience.passes(new CompletionException(mistake))).isFalse();
    }

    @Test
    void knowsWhatIsAboutTheData() {
        assertThat(Transience.isAboutTheData(postgres("23505"))).isTrue();
        assertThat(Transience.isAboutTheData(postgres("22001"))).isTrue();
        assertThat(Transience.isAboutTheData(TransactionRollbackException.INSTANCE))
                .isTrue();
        assertThat(Transience.isAboutTheData(postgres("28P01"))).isFalse();
        assertThat(Transience.isAboutTheData(new IllegalStateException())).isFalse();
    }

    @Test
    void knowsWhatIsAboutTheRecord() {
        assertThat(Transience.isAboutTheRecord(new RecordTooLargeException())).isTrue();
        assertThat(Transience.isAboutTheRecord(new OutOfOrderSequenceException("17")))
                .isFalse();
        assertThat(Transience.isAboutTheRecord(new InvalidTimestampException("an hour ahead")))
                .isFalse();
        assertThat(Transience.isAboutTheRecord(null)).isFalse();
    }

    private static PgException postgres(String state) {
        return new PgException("message", "ERROR", state, "detail");
    }

    private static KafkaProducer<byte[], byte[]> closedProducer() {
        var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", "localhost:1"), new ByteArraySerializer(), new ByteArraySerializer());
        producer.close();
        return producer;
    }

    private static Throwable raised(ThrowingCallable call) {
        try {
            call.call();
        } catch (Throwable raised) {
            return raised;
        }
        throw new AssertionError("Nothing was raised");
    }
}
