package id.tanggap.doubles.whatsapp;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that was taken and posted, for who asks whether something was lost or doubled. */
public final class Ledger {
    private static final int MOST = 20_000;

    private final Deque<Taken> taken = new ArrayDeque<>();
    private final Deque<Refused> refused = new ArrayDeque<>();
    private final Deque<Posted> posted = new ArrayDeque<>();

    /**
     * A message of an office that was taken over.
     *
     * @param reference what the office gave along; empty for none
     * @param citizen the id; empty when nobody has that address
     */
    public record Taken(
            Instant at, String id, String reference, String account, String citizen, String type, String text) {}

    /** A request that was refused. */
    public record Refused(Instant at, String account, int code, String details) {}

    /**
     * An attempt to hand over an update.
     *
     * @param updates what it held: the id of a message, or status and id
     * @param status of the answer; 0 when there was none
     */
    public record Posted(Instant at, String account, List<String> updates, int attempt, int status) {}

    synchronized void add(Taken one) {
        add(taken, one);
    }

    synchronized void add(Refused one) {
        add(refused, one);
    }

    synchronized void add(Posted one) {
        add(posted, one);
    }

    private static <T> void add(Deque<T> all, T one) {
        if (all.size() == MOST) {
            all.removeFirst();
        }
        all.addLast(one);
    }

    public synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    public synchronized List<Refused> refused() {
        return List.copyOf(refused);
    }

    public synchronized List<Posted> posted() {
        return List.copyOf(posted);
    }

    /** The references that were taken over more than once. */
    public List<String> doubled() {
        return taken().stream()
                .map(Taken::reference)
                .filter(reference -> !reference.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(times -> times.getValue() > 1)
                .map(times -> times.getKey())
                .toList();
    }

    /** The updates that no attempt brought to the office so far. */
    public Set<String> unheard() {
        var all = new ArrayList<>(posted());
        var unheard = new LinkedHashSet<String>();
        all.forEach(attempt -> unheard.addAll(attempt.updates()));
        all.stream()
                .filter(attempt -> attempt.status() == 200)
                .forEach(attempt -> unheard.removeAll(attempt.updates()));
        return unheard;
    }

    public synchronized void clear() {
        taken.clear();
        refused.clear();
        posted.clear();
    }
}
