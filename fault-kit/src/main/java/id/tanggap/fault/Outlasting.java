package id.tanggap.fault;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work in the background that nobody would ask for a second time: it goes on when what went wrong has passed. */
public final class Outlasting {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_PAUSE = Duration.ofMinutes(1);

    private Outlasting() {}

    /** Tries again for as long as it takes; a failure that stays is passed on. */
    public static <T extends @Nullable Object> Uni<T> faults(Uni<T> work) {
        return work.onFailure(Transience::passes)
                .retry()
                .withBackOff(FIRST_PAUSE, LAST_PAUSE)
                .indefinitely();
    }

    /** The same for work that blocks, on the pool's threads. */
    public static <T extends @Nullable Object> Uni<T> faults(Supplier<T> work) {
        return faults(Infrastructure.getDefaultWorkerPool(), work);
    }

    /** The same on threads of one's own. */
    public static <T extends @Nullable Object> Uni<T> faults(Executor threads, Supplier<T> work) {
        return faults(Uni.createFrom().voidItem().emitOn(threads).map(_ -> work.get()));
    }
}
