package id.tanggap.notification.ladder;

import id.tanggap.notification.sender.Sender;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The ladder of the senders that this installation has. */
@Singleton
class InstalledLadder {
    @Produces
    @Singleton
    Ladder ladder(@All List<Sender> senders) {
        return Ladder.of(
                senders.stream().filter(Sender::isInstalled).map(Sender::way).toList());
    }
}
