package id.tanggap.reporting.recap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets tests of other packages look after the recaps at a time of their own. */
@ApplicationScoped
public class Loop {
    private final RecapWatch watch;

    Loop(RecapWatch watch) {
        this.watch = watch;
    }

    /** @return when there will be more to do */
    public @Nullable Instant look() {
        return looking().await().indefinitely();
    }

    public Uni<@Nullable Instant> looking() {
        return watch.look();
    }
}
