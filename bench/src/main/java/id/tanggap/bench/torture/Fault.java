package id.tanggap.bench.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Something that happens to a machine.
 *
 * @param part whom it strikes
 * @param lasting how long until it is taken back; zero where there is nothing to take back
 */
record Fault(Kind kind, String part, Duration lasting) {
    private static final List<String> SERVICES = List.of("intake", "routing", "response", "reporting", "notification");
    private static final List<String> ALL = List.of(
            "intake", "routing", "response", "reporting", "notification", "edge", "kafka", "postgres", "keycloak");

    enum Kind {
        /** The process ends at once, with all that it holds in memory. */
        KILLED,
        /** The process stands still, its connections open. */
        FROZEN,
        /** The sessions of a service at the database are ended. */
        CUT_OFF,
        /** The disk of the whole platform has no room. */
        FULL_DISK
    }

    /** By which it is taken back. */
    interface Relief {
        Relief NONE = () -> {};

        void bring() throws IOException, InterruptedException;
    }

    /** @param canFill whether the platform has a disk of its own, which may be filled */
    static Fault drawn(RandomGenerator random, boolean canFill) {
        return switch (random.nextInt(canFill ? 10 : 9)) {
            case 0, 1, 2, 3 -> new Fault(Kind.KILLED, one(ALL, random), Duration.ZERO);
            case 4, 5 -> new Fault(Kind.FROZEN, one(ALL, random), seconds(random, 2, 20));
            case 6 -> new Fault(Kind.FROZEN, "kafka", seconds(random, 30, 60));
            case 7 -> new Fault(Kind.KILLED, "postgres", Duration.ZERO);
            case 8 -> new Fault(Kind.CUT_OFF, one(SERVICES, random), Duration.ZERO);
            default -> new Fault(Kind.FULL_DISK, "disk", seconds(random, 5, 20));
        };
    }

    private static String one(List<String> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Duration seconds(RandomGenerator random, int least, int most) {
        return Duration.ofSeconds(random.nextInt(least, most + 1));
    }

    /** What is compared over runs. */
    String name() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + part;
    }

    @Override
    public String toString() {
        return lasting.isZero() ? name() : name() + " for " + lasting.toSeconds() + " s";
    }
}
