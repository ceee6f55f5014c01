package id.tanggap.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.messaging.Watch.Pace;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Vertx VERTX = Database.VERTX.getDelegate();
    private static final Duration LONG = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final AtomicInteger looks = new AtomicInteger();
    private final Queue<CompletableFuture<Duration>> underWay = new ConcurrentLinkedQueue<>();

    @Test
    void looksAgainWhenItSaidSo() {
        var watch = watch(new Pace(LONG, LONG), Uni.createFrom().item(SHORT));
        watch.wake();
        await().until(() -> looks.get() >= 3);
        watch.stop();
    }

    @Test
    void sleepsNoLongerThanItsLongestSleep() {
        var watch = watch(new Pace(SHORT, LONG), Uni.createFrom().item(LONG));
        watch.wake();
        await().until(() -> looks.get() >= 3);
        watch.stop();
    }

    @Test
    void looksAgainAfterAFaultWhereverItWasThrown() {
        var thrown = new Watch("test", VERTX, new Pace(LONG, SHORT), () -> {
            looks.incrementAndGet();
            throw new IllegalStateException("a fault");
        });
        thrown.wake();
        await().until(() -> looks.get() >= 3);
        thrown.stop();
        var failed = watch(new Pace(LONG, SHORT), Uni.createFrom().failure(new IllegalStateException("a fault")));
        looks.set(0);
        failed.wake();
        await().until(() -> looks.get() >= 3);
        failed.stop();
    }

    @Test
    void looksOnceMoreHoweverOftenItWasWokenMeanwhile() {
        var watch = watch(new Pace(LONG, LONG), Uni.createFrom().completionStage(this::begun));
        for (int i = 0; i < 100; i++) {
            watch.wake();
        }
        assertThat(looks).hasValue(1);

        underWay.remove().complete(LONG);
        assertThat(looks).hasValue(2);

        underWay.remove().complete(LONG);
        assertThat(looks).hasValue(2);
        watch.wake();
        assertThat(looks).hasValue(3);
        underWay.remove().complete(LONG);
        watch.stop();
    }

    @Test
    void gathersBeforeItLooks() {
        var watch = watch(
                new Pace(Duration.ofMillis(200), LONG, LONG), Uni.createFrom().item(LONG));
        for (int i = 0; i < 100; i++) {
            watch.wake();
        }
        assertThat(looks).hasValue(0);
        await().untilAtomic(looks, Matchers.is(1));
        watch.stop();
    }

    @Test
    void isOverWhenTheLookUnderWayIsAndBeginsNoOther() {
        var watch = watch(new Pace(LONG, LONG), Uni.createFrom().completionStage(this::begun));
        watch.wake();
        var over = watch.stop().subscribeAsCompletionStage();
        watch.wake();
        assertThat(over).isNotDone();

        underWay.remove().complete(Duration.ZERO);

        assertThat(over).isCompleted();
        watch.wake();
        assertThat(looks).hasValue(1);
    }

    @Test
    void isOverWithoutALookWhileItGathers() {
        var watch = watch(
                new Pace(Duration.ofMillis(50), LONG, LONG), Uni.createFrom().item(LONG));
        watch.wake();

        await().until(watch.stop().subscribeAsCompletionStage()::isDone);

        assertThat(looks).hasValue(0);
    }

    @Test
    void isOverAtOnceWhileItSleeps() {
        var watch = watch(new Pace(LONG, LONG), Uni.createFrom().item(LONG));
        watch.wake();

        assertThat(watch.stop().subscribeAsCompletionStage()).isCompleted();
    }

    private CompletableFuture<Duration> begun() {
        var look = new CompletableFuture<Duration>();
        underWay.add(look);
        return look;
    }

    private Watch watch(Pace pace, Uni<Duration> look) {
        return new Watch("test", VERTX, pace, () -> {
            looks.incrementAndGet();
            return look;
        });
    }
}
