package id.tanggap.story.log;

import id.tanggap.messaging.inbox.Once;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A service around its rules: where it stands in each topic, which events it has taken, and what it has still to publish.
 * State, inbox and outbox change together; where it stands in a topic the broker knows, and hears of it later.
 */
public final class Node {
    private static final int ALL = Integer.MAX_VALUE;

    private final Log log;
    private final Fault fault;
    private final Once once;
    private final List<String> topics;
    private final Function<ReceivedEvent, Stream<ReceivedEvent>> interest;
    private final Function<List<ReceivedEvent>, List<Told>> rules;
    private final Map<String, Integer> read = new HashMap<>();
    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final Set<UUID> inbox = new HashSet<>();
    private final List<UUID> effects = new ArrayList<>();
    private List<Told> outbox = new ArrayList<>();

    /**
     * @param once what keeps an event from having its effect twice
     * @param interest what of an event concerns it
     * @param rules what it makes of events, and tells in turn
     */
    public Node(
            Log log,
            Fault fault,
            Once once,
            List<String> topics,
            Function<ReceivedEvent, Stream<ReceivedEvent>> interest,
            Function<List<ReceivedEvent>, List<Told>> rules) {
        this.log = log;
        this.fault = fault;
        this.once = once;
        this.topics = topics;
        this.interest = interest;
        this.rules = rules;
    }

    /** It takes the next events of a topic in one piece. */
    public void take(String topic, int atMost, Ending ending) {
        var from = read.getOrDefault(topic, 0);
        var batch = log.from(topic, from, atMost);
        var next = from + batch.size();
        if (fault == Fault.ACKNOWLEDGES_BEFORE_COMMIT) {
            acknowledged.put(topic, next);
        }
        if (ending == Ending.DIES_BEFORE_COMMIT) {
            restart();
            return;
        }
        commit(hear(batch));
        read.put(topic, next);
        if (ending == Ending.DONE) {
            acknowledged.put(topic, next);
        } else if (ending == Ending.DIES_AFTER_COMMIT) {
            restart();
        }
    }

    private List<Told> hear(List<Told> batch) {
        var heard = new ArrayList<ReceivedEvent>();
        for (var told : batch) {
            var parts = interest.apply(told.received()).toList();
            if (!parts.isEmpty() && isNew(parts.getFirst().envelope().id())) {
                heard.addAll(parts);
            }
        }
        return heard.isEmpty() ? List.of() : rules.apply(heard);
    }

    private boolean isNew(UUID id) {
        var isNew = once == Once.BY_EFFECT || inbox.add(id) || fault == Fault.NO_INBOX;
        if (isNew) {
            effects.add(id);
        }
        return isNew;
    }

    /** It begins again where the broker knows it to stand. */
    private void restart() {
        read.clear();
        read.putAll(acknowledged);
    }

    /** What it tells is committed with its state. */
    public void commit(List<Told> events) {
        var kept = fault == Fault.FORGETS_THE_LAST_EVENT && events.size() > 1
                ? events.subList(0, events.size() - 1)
                : events;
        outbox.addAll(kept);
    }

    /** It publishes what it has committed, in its order. */
    public void publish(int atMost, Ending ending) {
        var rows = outbox.subList(0, Math.min(atMost, outbox.size()));
        var rest = new ArrayList<>(outbox.subList(rows.size(), outbox.size()));
        if (ending != Ending.DIES_BEFORE_COMMIT) {
            log.append(fault == Fault.PUBLISHES_BACKWARDS ? rows.reversed() : rows);
        }
        var isDeleted =
                fault == Fault.DELETES_BEFORE_PUBLISHING || ending == Ending.DONE || ending == Ending.UNACKNOWLEDGED;
        if (isDeleted) {
            outbox = rest;
        }
    }

    public void publishAll() {
        publish(ALL, Ending.DONE);
    }

    public void takeAll(String topic) {
        take(topic, ALL, Ending.DONE);
    }

    public List<String> topics() {
        return topics;
    }

    /** Whether nothing is on its way to it or from it. */
    public boolean isQuiet() {
        return outbox.isEmpty() && topics.stream().allMatch(topic -> read.getOrDefault(topic, 0) == log.end(topic));
    }

    /** The ids of what has to have its effect here, once each. */
    public List<UUID> owed() {
        return topics.stream()
                .flatMap(topic -> log.on(topic).stream())
                .flatMap(told -> interest.apply(told.received()).limit(1))
                .map(part -> part.envelope().id())
                .distinct()
                .sorted()
                .toList();
    }

    /** The ids of what had its effect here. */
    public List<UUID> effects() {
        return List.copyOf(effects);
    }
}
