package id.tanggap.edge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One bucket of tokens per client: a call takes one, time refills them up to the burst. Memory is bounded: the client
 * that was silent longest is forgotten first, and its bucket is the likeliest to be full again anyway.
 */
final class TokenBuckets {

    private final double perSecond;
    private final int burst;
    private final InstantSource time;
    private final Map<String, Bucket> buckets;

    TokenBuckets(double perSecond, int burst, int remembered, InstantSource time) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.time = time;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > remembered;
            }
        };
    }

    /** Takes a token; answers how long to wait for the next one when there is none, zero when it was granted. */
    synchronized Duration take(String client) {
        var now = time.millis();
        var bucket = buckets.get(client);
        if (bucket == null) {
            bucket = new Bucket(burst, now);
        }
        var tokens = Math.min(burst, bucket.tokens + Math.max(0, now - bucket.filledAt) / 1000.0 * perSecond);
        var granted = tokens >= 1;
        buckets.put(client, new Bucket(granted ? tokens - 1 : tokens, now));
        return granted ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - tokens) / perSecond * 1000));
    }

    synchronized int remembered() {
        return buckets.size();
    }

    private record Bucket(double tokens, long filledAt) {}
}
