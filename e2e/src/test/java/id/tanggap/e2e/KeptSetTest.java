package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What kept sets hold, and what they are held against; the tables are looked at by {@link UpgradeJourney}. */
class KeptSetTest {
    private static final Path EVENTS = Checkout.ROOT.resolve("contracts/src/main/resources/contracts/events");
    private static final long MOST_BYTES = 1_000_000;

    /** Events that no kept set has, and why. */
    private static final Map<String, String> NEVER_TOLD = Map.ofEntries(
            Map.entry("complaint.linked.v1", "no service writes it yet"),
            Map.entry("complaint.unlinked.v1", "no service writes it yet"),
            Map.entry(
                    "complaint.clocks-changed.v1", "each clock told of itself until then; of the next set it is asked"),
            Map.entry(
                    "complaint.act-taken.v1", "acts had their effect at once until then; of the next set it is asked"),
            Map.entry(
                    "complaint.act-refused.v1",
                    "acts had their effect at once until then; of the next set it is asked"),
            Map.entry("complaint.move-called-off.v1", "of two that act at once; CrossingJourney tells it"),
            Map.entry("complaint.clock-moved.v1", "of a calendar that changes while a case runs"),
            Map.entry("complaint.message-failed.v1", "of a mail server that refuses for a day"),
            Map.entry("complaint.answer-reached.v1", "told since this version; of the next set it is asked"),
            Map.entry("complaint.message-delivered.v1", "mail tells of no delivery; of the next set it is asked"),
            Map.entry("conversation.reply-due.v1", "nobody wrote on a channel yet; of the next set it is asked"),
            Map.entry(
                    "conversation.delivery-reported.v1", "nobody wrote on a channel yet; of the next set it is asked"),
            Map.entry("complaint.masked-anew.v1", "nothing was masked anew until then; of the next set it is asked"),
            Map.entry("complaint.supplemented.v1", "citizens told more when asked only; of the next set it is asked"),
            Map.entry("complaint.ombudsman-agreed.v1", "of what waits for sixty days"),
            Map.entry("complaint.taken-back.v1", "no import could be taken back; of the next set it is asked"),
            Map.entry("complaint.take-back-asked.v1", "no import could be taken back; of the next set it is asked"),
            Map.entry("complaint.take-back-ended.v1", "no import could be taken back; of the next set it is asked"),
            Map.entry("recap.take-back-allowed.v1", "no import could be taken back; of the next set it is asked"),
            Map.entry("recap.take-back-refused.v1", "no import could be taken back; of the next set it is asked"));

    @Test
    void holdEveryEventThatIsPublished() throws IOException {
        Set<String> kept = new TreeSet<>(NEVER_TOLD.keySet());
        for (KeptSet set : KeptSet.all()) {
            KeptTopics.records(set)
                    .forEach(record ->
                            kept.add(record.path("headers").path("ce_type").asText()));
        }
        try (Stream<Path> published = Files.list(EVENTS)) {
            assertThat(kept)
                    .containsAll(
                            published.map(path -> path.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void staySmall() throws IOException {
        for (KeptSet set : KeptSet.all()) {
            assertThat(set.packedSize()).as(set.toString()).isLessThan(MOST_BYTES);
        }
    }
}
