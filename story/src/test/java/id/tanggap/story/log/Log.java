package id.tanggap.story.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics, as far as they tell of one complaint: one partition of each. */
public final class Log {
    private final Map<String, List<Told>> topics = new LinkedHashMap<>();

    void append(Collection<Told> events) {
        events.forEach(told ->
                topics.computeIfAbsent(told.topic(), _ -> new ArrayList<>()).add(told));
    }

    List<Told> from(String topic, int position, int atMost) {
        var all = on(topic);
        return List.copyOf(all.subList(position, (int) Math.min(all.size(), (long) position + atMost)));
    }

    int end(String topic) {
        return on(topic).size();
    }

    /** What stands on a topic, repetitions too. */
    public List<Told> on(String topic) {
        return topics.getOrDefault(topic, List.of());
    }

    /** What was told on a topic, once each. */
    public List<Told> once(String topic) {
        var once = new LinkedHashMap<Object, Told>();
        on(topic).forEach(told -> once.putIfAbsent(told.id(), told));
        return List.copyOf(once.values());
    }
}
