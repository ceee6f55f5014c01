package id.tanggap.routing.destination;

import id.tanggap.dispatch.ConfirmedCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Confirmed cases made up for tests, about things that no rule knows. */
final class InventedCases {
    private static final Instant FIRST = Instant.parse("2026-01-05T02:00:00Z");
    private static final List<String> OPENINGS =
            List.of("Mohon dibantu,", "Selamat pagi,", "Sudah seminggu", "Tolong segera,", "Kami melaporkan bahwa");

    /** A thing that people complain of, and who answers. */
    record Topic(String agency, List<String> sentences) {
        static Topic of(String agency, String... sentences) {
            return new Topic(agency, List.of(sentences));
        }

        /** The n-th text about it, unlike all others. */
        String text(int n) {
            return "%s %s, nomor %d."
                    .formatted(
                            OPENINGS.get(n / sentences.size() % OPENINGS.size()),
                            sentences.get(n % sentences.size()),
                            n);
        }
    }

    static final Topic KITES = Topic.of(
            "dishub", "layang-layang tersangkut kabel", "benang layang melintang", "lomba layang-layang mengganggu");
    static final Topic BEES =
            Topic.of("dlh", "sarang lebah menggantung", "kawanan lebah menyengat", "lebah madu bersarang");
    static final Topic CHESS =
            Topic.of("dispora", "papan catur taman patah", "bidak catur hilang", "klub catur minta tempat");
    static final List<Topic> TOPICS = List.of(KITES, BEES, CHESS);

    private InventedCases() {}

    /** By turns of all topics, the oldest first. */
    static List<ConfirmedCase> of(int count) {
        var cases = new ArrayList<ConfirmedCase>();
        for (int i = 0; i < count; i++) {
            var topic = TOPICS.get(i % TOPICS.size());
            cases.add(confirmed(i, topic.agency(), topic.text(i / TOPICS.size()), null));
        }
        return cases;
    }

    static ConfirmedCase confirmed(int n, String agency, String text, @Nullable String region) {
        return new ConfirmedCase("SKA-2026-%04d".formatted(n), agency, text, region, FIRST.plusSeconds(60L * n));
    }
}
