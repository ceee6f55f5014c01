package id.tanggap.doubles.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one citizen and one number of an office wrote to each other. */
final class Chat {
    static final Duration WINDOW = Duration.ofHours(24);

    private static final int MOST_BUBBLES = 500;
    private static final int BURST = 45;
    private static final Duration PAIR_PAUSE = Duration.ofSeconds(6);

    private final Deque<Bubble> bubbles = new ArrayDeque<>();
    private @Nullable Instant lastWritten;
    private Instant pairFreeAt = Instant.MIN;
    private Instant typingUntil = Instant.MIN;
    private boolean open;

    synchronized void add(Bubble bubble) {
        if (bubbles.size() == MOST_BUBBLES) {
            bubbles.removeFirst();
        }
        bubbles.addLast(bubble);
        if (bubble.mine()) {
            lastWritten = bubble.at();
        } else {
            typingUntil = Instant.MIN;
        }
    }

    synchronized List<Bubble> bubbles() {
        return List.copyOf(bubbles);
    }

    synchronized void advance(String id, Bubble.State to) {
        var changed = bubbles.stream()
                .map(bubble -> bubble.id().equals(id) ? bubble.in(to) : bubble)
                .toList();
        bubbles.clear();
        bubbles.addAll(changed);
    }

    /** The ids of the office's messages that stand unread on the phone, from now on read. */
    synchronized List<String> read() {
        Predicate<Bubble> unread = bubble -> !bubble.mine() && bubble.state() == Bubble.State.DELIVERED;
        var ids =
                new ArrayList<>(bubbles.stream().filter(unread).map(Bubble::id).toList());
        ids.forEach(id -> advance(id, Bubble.State.READ));
        return ids;
    }

    synchronized boolean isWithinWindow(Instant now) {
        return lastWritten != null && now.isBefore(lastWritten.plus(WINDOW));
    }

    /** A burst is let through, which then has to be made up for: one message in six seconds. */
    synchronized boolean isTooOften(Instant now) {
        var from = pairFreeAt.isBefore(now) ? now : pairFreeAt;
        if (from.isAfter(now.plus(PAIR_PAUSE.multipliedBy(BURST - 1)))) {
            return true;
        }
        pairFreeAt = from.plus(PAIR_PAUSE);
        return false;
    }

    synchronized void typing(Instant until) {
        typingUntil = until;
    }

    synchronized boolean isTyping(Instant now) {
        return now.isBefore(typingUntil);
    }

    synchronized void open(boolean isOpen) {
        open = isOpen;
    }

    synchronized boolean isOpen() {
        return open;
    }
}
