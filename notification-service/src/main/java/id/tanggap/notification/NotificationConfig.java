package id.tanggap.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What an operator may want to change about the sending; everything else is Quarkus' own configuration. */
@ConfigMapping(prefix = "tanggap.notification")
public interface NotificationConfig {

    /** How many messages one replica has in flight. Mail servers refuse a client that opens too many connections. */
    @WithDefault("8")
    @Min(1)
    @Max(64)
    int atOnce();

    /** How many receipts an address is sent in an hour, and how much of what offices say; the others wait. */
    @WithDefault("6")
    @Min(1)
    int anHour();

    /** How many messages one replica hands to one account of ours in a second; providers take about 80 of all replicas. */
    @WithDefault("40")
    @Min(1)
    @Max(1000)
    int aSecond();

    /**
     * How long the report of a provider is waited for: what may be out or not then counts as failed, and the words of what is
     * out are forgotten.
     */
    @WithDefault("24h")
    Duration reportWithin();

    Retry retry();

    /** When an attempt that failed for a passing fault is made again. */
    interface Retry {
        /** The pause after the first attempt; it doubles with each further one. */
        @WithDefault("30s")
        Duration first();

        /** No pause is longer. */
        @WithDefault("1h")
        Duration longest();

        /** After this long the message counts as undeliverable. */
        @WithDefault("24h")
        Duration giveUpAfter();
    }
}
