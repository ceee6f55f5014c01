package id.tanggap.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

public final class AsksTheMachine {
    public static final class Outright {
        public Instant now() {
            return Instant.now();
        }
    }

    public static final class ForAZone {
        public LocalDate today(ZoneId zone) {
            return LocalDate.now(zone);
        }
    }

    public static final class ByReference {
        public Supplier<Instant> source() {
            return Instant::now;
        }
    }

    /** Allowed: the clock is passed in. */
    public static final class AClock {
        public LocalDate today(Clock clock) {
            return LocalDate.now(clock);
        }
    }

    private AsksTheMachine() {}
}
