package id.tanggap.contracts.wire;

import id.tanggap.contracts.event.ConversationEvent;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ImportEvent;
import id.tanggap.contracts.event.IntakeEvent;
import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.event.RecapEvent;
import id.tanggap.contracts.event.ResponseEvent;
import id.tanggap.contracts.event.RoutingEvent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The topics, each with one writer. Records are keyed by the complaint's id, those of recaps by the recap's,
 * what is told of an import as a whole by the import's, and what is told of a conversation by the conversation's or the
 * delivery's.
 */
public final class Topics {
    public static final String INTAKE = "complaint.intake.v1";
    public static final String ROUTING = "complaint.routing.v1";
    public static final String RESPONSE = "complaint.response.v1";
    public static final String NOTIFICATION = "complaint.notification.v1";
    public static final String RECAP = "complaint.recap.v1";
    public static final String IMPORT = "complaint.import.v1";
    public static final String CONVERSATION = "complaint.conversation.v1";

    /** All event topics; each has a dead-letter topic beside it. */
    public static final List<String> ALL =
            List.of(INTAKE, ROUTING, RESPONSE, NOTIFICATION, RECAP, IMPORT, CONVERSATION);

    /** Of every topic, wherever Kafka runs: a complaint's events keep their order within one. */
    public static final int PARTITIONS = 6;

    /** Of every topic, wherever Kafka runs. What was told is kept for ever: projections are built anew from all of it. */
    public static final SortedMap<String, String> SETTINGS = Collections.unmodifiableSortedMap(
            new TreeMap<>(Map.of("cleanup.policy", "delete", "retention.bytes", "-1", "retention.ms", "-1")));

    /** The topic an event belongs on. */
    public static String of(Event event) {
        return switch (event) {
            case IntakeEvent _ -> INTAKE;
            case RoutingEvent _ -> ROUTING;
            case ResponseEvent _ -> RESPONSE;
            case NotificationEvent _ -> NOTIFICATION;
            case RecapEvent _ -> RECAP;
            case ImportEvent _ -> IMPORT;
            case ConversationEvent _ -> CONVERSATION;
        };
    }

    /** Where records of a topic go that a consumer cannot take. */
    public static String deadLettersOf(String topic) {
        return topic + ".dlq";
    }

    /** All topics, each followed by that of its dead letters. */
    public static Stream<String> withDeadLetters() {
        return ALL.stream().flatMap(topic -> Stream.of(topic, deadLettersOf(topic)));
    }

    private Topics() {}
}
