package id.tanggap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Governments;
import id.tanggap.reporting.Hearsay;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.Told;
import id.tanggap.reporting.facts.known.ComplaintFacts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table decides as the facts in memory do. */
@QuarkusTest
@WithTestResource(ReportingResource.class)
class FactsTableTest {
    private static final long SEED = 7;

    @Inject
    Feed feed;

    @Inject
    Governments governments;

    @Test
    void holdsWhatTheFactsSayHoweverTheyCame() {
        feed.forgetAll();
        var random = new Random(SEED);
        var complaints =
                IntStream.range(0, 400).mapToObj(_ -> Hearsay.about(random)).toList();
        var told = complaints.stream().flatMap(List::stream).toList();

        Hearsay.inBatches(told, 300, random)
                .forEach(batch -> feed.batch(batch).await().atMost(Duration.ofSeconds(30)));

        var seen = new HashSet<String>();
        for (var complaint : complaints) {
            var facts = facts(complaint);
            assertThat(row(complaint))
                    .as("%s", complaint.getFirst().complaint())
                    .isEqualTo(said(facts));
            seen.addAll(facts.known().keySet());
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(columns());
    }

    private ComplaintFacts facts(List<Told> told) {
        var facts = ComplaintFacts.unheard(governments);
        for (var it : told) {
            facts = facts.hear(it.event(), it.envelope());
        }
        return facts;
    }

    private static Map<String, Object> said(ComplaintFacts facts) {
        var said = new TreeMap<>(facts.known());
        if (facts.state() != null && facts.owedBy() != null) {
            said.put("state", facts.state().name());
            said.put("owed_by", facts.owedBy().name());
        }
        return said;
    }

    /** What is known, without what it is known by. */
    private Map<String, Object> row(List<Told> complaint) {
        var row = new TreeMap<String, Object>();
        feed.fact(complaint.getFirst().complaint()).forEach((column, value) -> {
            var known = known(value);
            if (known != null) {
                row.put(column, known);
            }
        });
        row.remove("messages_sent", 0);
        row.remove("messages_failed", 0);
        row.keySet().removeAll(Set.of("complaint_id", "government", "secret"));
        return row;
    }

    private static @Nullable Object known(@Nullable Object value) {
        return switch (value) {
            case Timestamp at -> at.toInstant();
            case Date day -> day.toLocalDate();
            case java.sql.Array list -> elements(list).isEmpty() ? null : elements(list);
            case null, default -> value;
        };
    }

    private static List<Object> elements(java.sql.Array list) {
        try {
            return List.of((Object[]) list.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those that are told; the others follow from them. */
    private Set<String> columns() {
        return feed.query("""
                select column_name from information_schema.columns
                where table_schema = current_schema() and table_name in ('complaint_fact', 'complaint_words')
                  and is_generated = 'NEVER' and column_name not in ('complaint_id', 'government')
                """).stream()
                .map(row -> String.valueOf(row.get("column_name")))
                .collect(Collectors.toSet());
    }
}
