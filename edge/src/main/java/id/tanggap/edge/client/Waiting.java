package id.tanggap.edge.client;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the front door is waiting for at the moment: bodies that have not arrived and answers that are not taken. Whatever
 * is overdue is given up. So is, where an address has us wait for more than its share, the one of its own that is
 * furthest behind: an honest request arrives and is gone, whoever only opens requests loses them.
 */
public final class Waiting {

    private final int perAddress;
    private final Set<Awaited> all = new HashSet<>();

    public Waiting(int perAddress) {
        this.perAddress = perAddress;
    }

    /** Something that a client is to bring or to take. */
    interface Awaited {

        String address();

        /** In milliseconds since the epoch; it moves on while the client does. */
        long dueAt();

        /** May be called from any thread. */
        void giveUp(Problem problem);
    }

    void add(Awaited awaited) {
        makeRoom(awaited.address()).forEach(behind -> behind.giveUp(Problem.TOO_MANY_REQUESTS));
        synchronized (this) {
            all.add(awaited);
        }
    }

    synchronized void remove(Awaited awaited) {
        all.remove(awaited);
    }

    public void giveUpOverdue(long now) {
        remove(overdue(now)).forEach(late -> late.giveUp(Problem.NOT_RECEIVED));
    }

    private synchronized List<Awaited> makeRoom(String address) {
        var its = all.stream().filter(it -> it.address().equals(address)).toList();
        return its.size() < perAddress
                ? List.of()
                : remove(its.stream()
                        .sorted(Comparator.comparingLong(Awaited::dueAt))
                        .limit(1)
                        .toList());
    }

    private synchronized List<Awaited> overdue(long now) {
        return all.stream().filter(it -> it.dueAt() <= now).toList();
    }

    private synchronized List<Awaited> remove(List<Awaited> some) {
        all.removeAll(some);
        return some;
    }

    public synchronized int size() {
        return all.size();
    }
}
