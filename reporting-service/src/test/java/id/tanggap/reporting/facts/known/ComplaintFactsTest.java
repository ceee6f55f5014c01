package id.tanggap.reporting.facts.known;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Governments;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.reporting.Hearsay;
import id.tanggap.reporting.Told;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComplaintFactsTest {
    private static final Governments GOVERNMENTS = Governments.load(null);

    @Provide
    Arbitrary<List<Told>> hearsay() {
        return Arbitraries.randomValue(Hearsay::about);
    }

    @Property(tries = 500)
    void areTheSameInWhateverOrderTopicsAreHeard(@ForAll("hearsay") List<Told> told, @ForAll Random random) {
        var heard = facts(told);
        var otherwise = facts(Hearsay.inBatches(told, 3, random).stream()
                .flatMap(List::stream)
                .toList());

        assertThat(otherwise.known()).isEqualTo(heard.known());
        assertThat(otherwise.state()).isEqualTo(heard.state());
        assertThat(otherwise.owedBy()).isEqualTo(heard.owedBy());
    }

    /** As the table does: what a batch says together is merged into what is known. */
    @Property(tries = 500)
    void areTheSameHoweverTheyAreCutIntoBatches(@ForAll("hearsay") List<Told> told, @ForAll Random random) {
        var rows = new TreeMap<UUID, Known>();
        for (var batch : Hearsay.inBatches(told, 8, random)) {
            for (var topic : ComplaintFacts.columns(GOVERNMENTS)) {
                topic.gather(parts(batch)).forEach((id, said) -> rows.merge(id, said, topic::merge));
            }
        }

        var row = rows.get(told.getFirst().complaint());

        assertThat(row == null ? Map.of() : row.columns()).isEqualTo(facts(told).known());
    }

    private static ComplaintFacts facts(List<Told> told) {
        var facts = ComplaintFacts.unheard(GOVERNMENTS);
        for (var it : told) {
            facts = facts.hear(it.event(), it.envelope());
        }
        return facts;
    }

    private static List<ReceivedEvent> parts(List<Told> batch) {
        return batch.stream()
                .map(it -> new ReceivedEvent(it.envelope(), it.event(), new byte[0]))
                .flatMap(ReceivedEvent::parts)
                .toList();
    }
}
