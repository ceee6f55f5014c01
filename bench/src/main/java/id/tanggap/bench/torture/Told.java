package id.tanggap.bench.torture;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What people were told during the run, and all that the judgement knows. */
final class Told {
    private final Map<UUID, Complaint> complaints = new ConcurrentHashMap<>();
    private final Queue<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final Queue<Import> imports = new ConcurrentLinkedQueue<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    /**
     * Something somebody did and was told that it is done.
     *
     * @param person the officer; empty for the citizen
     * @param words by which it is known, said once in the whole run; empty where nothing is said
     */
    record Deed(Complaint complaint, Act act, String person, String words) {}

    /** @param rows that were taken over */
    record Import(String id, int rows) {}

    void accepted(Complaint complaint) {
        complaints.put(complaint.id(), complaint);
    }

    void granted(Deed deed) {
        deeds.add(deed);
    }

    void imported(Import done) {
        imports.add(done);
    }

    void unanswered(String what) {
        unanswered.add(what);
    }

    Collection<Complaint> complaints() {
        return List.copyOf(complaints.values());
    }

    List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    List<Import> imports() {
        return List.copyOf(imports);
    }

    List<String> unanswered() {
        return List.copyOf(unanswered);
    }
}
