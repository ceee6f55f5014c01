package id.tanggap.routing.destination;

import id.tanggap.dispatch.ConfirmedCase;
import id.tanggap.dispatch.Learned;
import id.tanggap.routing.sop.Handbook;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Learns from confirmed cases, each government from its own: at once from each that is confirmed, and all anew in the
 * background when a twentieth more have come, at most once an hour. Below a thousand nothing is learned. A replica that was told of a
 * confirmation learns what all have confirmed since it last looked. The newest cases are learned, as many as the heap
 * allows.
 */
@ApplicationScoped
public class Learning {
    /** From so many confirmed cases on the proposer is asked. */
    static final int ENOUGH = 1000;

    private static final Logger LOG = Logger.getLogger(Learning.class);
    private static final int MOST = 20_000;

    /** What the service and a former model take of the heap. */
    private static final long TAKEN_BYTES = 96L << 20;

    /** What a case takes of the heap while it is learned: twice as much as real ones were seen to take. */
    private static final long CASE_BYTES = 32L << 10;

    private static final int LEAST_NEWS = 100;
    private static final int NEWS_SHARE = 20;
    /** How much later than it happened a confirmation may have come to the database and still be learned at once. */
    private static final Duration STRAGGLERS = Duration.ofMinutes(10);

    private static final Duration BETWEEN_TRAININGS = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ConfirmedCases confirmed;
    private final AutomaticDispatch automatic;
    private final Handbook handbook;
    private final InstantSource time;
    private final MeterRegistry meters;
    private final int most;
    private final Map<String, Pupil> pupils = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("learning").daemon().factory());

    Learning(
            ConfirmedCases confirmed,
            AutomaticDispatch automatic,
            Handbook handbook,
            InstantSource time,
            MeterRegistry meters) {
        this.confirmed = confirmed;
        this.automatic = automatic;
        this.handbook = handbook;
        this.time = time;
        this.most = most(Runtime.getRuntime().maxMemory());
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        if (most < ENOUGH) {
            LOG.warn("The heap is too small to learn from confirmed cases: the rules serve alone");
        }
        look(handbook.all().stream().map(home -> home.government().id()).toList());
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /**
     * Learns in the background what is newly confirmed in these governments. To be called after the commit; calls while
     * it learns become one.
     */
    public void look(Collection<String> governments) {
        for (var government : governments) {
            if (waiting.add(government)) {
                try {
                    thread.execute(() -> {
                        waiting.remove(government);
                        look(government);
                    });
                } catch (RejectedExecutionException closing) {
                    // The next start learns it.
                }
            }
        }
    }

    /** Null while there is too little to learn from. */
    @Nullable
    Learned of(String government) {
        var pupil = pupils.get(government);
        return pupil == null ? null : pupil.learned;
    }

    /** How many cases can be learned with so large a heap, at most. */
    static int most(long heapBytes) {
        return (int) Math.clamp((heapBytes - TAKEN_BYTES) / CASE_BYTES, 0, MOST);
    }

    private void look(String government) {
        try {
            var pupil = pupils.computeIfAbsent(government, this::enrol);
            pupil.catchUp();
            await(automatic.measure(government));
        } catch (RuntimeException e) {
            // The next confirmation looks again. The message may quote what was read.
            LOG.warnf("%s learns nothing new: %s", government, e.getClass().getSimpleName());
        }
    }

    private Pupil enrol(String government) {
        var pupil = new Pupil(government);
        meters.gauge("learning.examples", Tags.of("government", government), pupil, Pupil::count);
        return pupil;
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }

    /** One government's proposer and how far it has come. Used by the one thread; others read what was learned. */
    private final class Pupil {
        private final String government;
        private volatile @Nullable Learned learned;
        private int trainedWith;
        private Instant trainedAt = Instant.EPOCH;
        private int learnedSince;
        private Instant upTo = Instant.EPOCH;
        private Set<ConfirmedCase> lastSeen = Set.of();

        Pupil(String government) {
            this.government = government;
        }

        int count() {
            var now = learned;
            return now == null ? 0 : now.count();
        }

        void catchUp() {
            var teacher = learned;
            if (teacher == null) {
                if (most >= ENOUGH && await(confirmed.count(government, ENOUGH)) >= ENOUGH) {
                    train();
                }
                return;
            }
            var recent = await(confirmed.since(upTo.minus(STRAGGLERS), government, most));
            for (var one : recent) {
                if (!lastSeen.contains(one)) {
                    teacher.learn(one);
                    learnedSince++;
                }
            }
            remember(recent);
            if (learnedSince >= Math.max(LEAST_NEWS, trainedWith / NEWS_SHARE)
                    && !time.instant().isBefore(trainedAt.plus(BETWEEN_TRAININGS))) {
                train();
            }
        }

        private void train() {
            var cases = await(confirmed.since(Instant.EPOCH, government, most));
            var begun = System.nanoTime();
            learned = Learned.from(cases, () -> handbook.of(government).government());
            var took = System.nanoTime() - begun;
            meters.timer("learning.trainings", "government", government).record(took, TimeUnit.NANOSECONDS);
            LOG.infof(
                    "%s has learned from %d confirmed cases in %d s",
                    government, cases.size(), TimeUnit.NANOSECONDS.toSeconds(took));
            trainedAt = time.instant();
            trainedWith = cases.size();
            learnedSince = 0;
            remember(cases);
        }

        private void remember(List<ConfirmedCase> cases) {
            if (!cases.isEmpty()) {
                upTo = cases.getLast().confirmedAt();
                lastSeen = new HashSet<>(cases.stream()
                        .filter(it -> it.confirmedAt().isAfter(upTo.minus(STRAGGLERS)))
                        .toList());
            }
        }
    }
}
