package id.tanggap.fault;

import com.fasterxml.jackson.core.JacksonException;
import io.netty.handler.codec.CodecException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.EncodeException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Tells faults that pass by themselves from faults that stay.
 *
 * <p>What a client of a server raises itself passes, since its server or the way to it is not as it should be: Vert.x alone
 * knows a dozen such faults without a type of their own. What PostgreSQL or Kafka say of a request stays, and so does
 * what our own code raises.
 */
public final class Transience {
    /**
     * SQLSTATE classes that pass: connection (08), prepared statement gone (26), not let in (28), no such database (3D),
     * rollback for a deadlock or serialisation (40), resources (53), lock (55), an operator's stop (57), the system (58),
     * its configuration (F0), its own mistake (XX).
     */
    private static final Set<String> PASSING_CLASSES =
            Set.of("08", "26", "28", "3D", "40", "53", "55", "57", "58", "F0", "XX");

    /** Of a class that stays: read-only during a fail-over (25006), a transaction that took too long (25P03, 25P04). */
    private static final Set<String> PASSING_STATES = Set.of("25006", "25P03", "25P04");

    private static final Set<String> DATA_CLASSES = Set.of("22", "23");

    private static final List<String> CLIENTS =
            List.of("io.vertx.", "io.netty.", "org.apache.kafka.", "java.nio.channels.", "io.quarkus.oidc.");

    /** How Vert.x begins to say that values do not fit a statement: our mistake, though it has no type of its own. */
    private static final List<String> MISFITS =
            List.of("Parameter at position", "The number of parameters", "Can not execute batch");

    public static boolean passes(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case PgException e -> passes(e);
            // The transaction was spoilt by a statement before.
            case TransactionRollbackException _ -> false;
            case KafkaException e -> !isAboutTheRecord(e) && !(e instanceof ConfigException);
            // Jackson's faults are IOExceptions and stay all the same.
            case JacksonException _, DecodeException _, EncodeException _ -> false;
            // Netty could not read what came, unless the way to it broke.
            case CodecException e -> passes(e.getCause());
            case IOException _,
                    TimeoutException _,
                    io.smallrye.mutiny.TimeoutException _,
                    RejectedExecutionException _,
                    CancellationException _,
                    InterruptedException _ -> true;
            case CompositeException e -> e.getCauses().stream().anyMatch(Transience::passes);
            default -> isOfAClient(failure) ? !isMisfit(failure) : passes(failure.getCause());
        };
    }

    /** True when PostgreSQL objects to what it was given (22, 23), at the latest on commit. */
    public static boolean isAboutTheData(Throwable failure) {
        return failure instanceof TransactionRollbackException
                || failure instanceof PgException e && e.getSqlState() != null && DATA_CLASSES.contains(classOf(e));
    }

    /** True when a broker will never take this record, whoever sends it and when; a clock that is wrong passes. */
    public static boolean isAboutTheRecord(@Nullable Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof InvalidTopicException
                || failure instanceof SerializationException;
    }

    private static boolean passes(PgException e) {
        return e.getSqlState() == null
                || PASSING_CLASSES.contains(classOf(e))
                || PASSING_STATES.contains(e.getSqlState())
                || isOutdated(e);
    }

    private static String classOf(PgException e) {
        return e.getSqlState().substring(0, 2);
    }

    /** A prepared statement met a table that was migrated meanwhile; it is prepared anew at the next attempt. */
    private static boolean isOutdated(PgException e) {
        return "RevalidateCachedQuery".equals(e.getRoutine());
    }

    /** By its type, or by where it was raised: a closed client says so with Java's own exceptions. */
    private static boolean isOfAClient(Throwable failure) {
        var stack = failure.getStackTrace();
        return isOfAClient(failure.getClass().getName())
                || failure instanceof IllegalStateException && stack.length > 0 && isOfAClient(stack[0].getClassName());
    }

    private static boolean isOfAClient(String name) {
        return CLIENTS.stream().anyMatch(name::startsWith);
    }

    private static boolean isMisfit(Throwable failure) {
        var message = failure.getMessage();
        return message != null && MISFITS.stream().anyMatch(message::startsWith);
    }

    private Transience() {}
}
