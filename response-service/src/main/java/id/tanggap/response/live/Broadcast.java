package id.tanggap.response.live;

import id.tanggap.response.desk.Changes;
import id.tanggap.response.live.Announcement.Changed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Announces changes. While one announcement is on its way the next ones gather, so that many become one. */
@ApplicationScoped
class Broadcast implements Changes {
    private static final Logger LOG = Logger.getLogger(Broadcast.class);
    /** More than this and it is cheaper to look again than to name them. */
    private static final int MOST = 100;

    private final Wire wire;
    private final Set<UUID> changed = new LinkedHashSet<>();
    private boolean underWay;

    Broadcast(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void of(UUID complaint) {
        synchronized (changed) {
            changed.add(complaint);
        }
        send();
    }

    private void send() {
        Changed next;
        synchronized (changed) {
            if (underWay || changed.isEmpty()) {
                return;
            }
            next = new Changed(changed.size() > MOST ? List.of() : List.copyOf(changed));
            changed.clear();
            underWay = true;
        }
        // What is lost here is found when a page looks again, as it does after each reconnection.
        wire.announce(next)
                .onItemOrFailure()
                .invoke((_, failure) -> {
                    if (failure != null) {
                        LOG.warnf(
                                "Changes could not be announced: %s",
                                failure.getClass().getName());
                    }
                    synchronized (changed) {
                        underWay = false;
                    }
                    send();
                })
                .subscribe()
                .with(_ -> {}, _ -> {});
    }
}
