package id.tanggap.edge.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private final Waiting waiting = new Waiting(2);
    private final List<String> givenUp = new ArrayList<>();

    @Test
    void givesUpWhatIsFurthestBehindOfTheAddressThatHasTooMuch() {
        add("a", 30);
        add("b", 10);
        add("a", 20);
        add("a", 40);
        assertThat(givenUp).containsExactly("a 20 429");
        assertThat(waiting.size()).isEqualTo(3);
    }

    @Test
    void givesUpWhatIsOverdue() {
        add("a", 30);
        add("b", 10);
        waiting.giveUpOverdue(9);
        assertThat(givenUp).isEmpty();
        waiting.giveUpOverdue(10);
        assertThat(givenUp).containsExactly("b 10 408");
        assertThat(waiting.size()).isEqualTo(1);
    }

    @Test
    void waitsLongerForWhoeverBringsMore() {
        var patience = new Patience(10_000, 16_384, 65_536, () -> Instant.EPOCH);
        assertThat(patience.with(0)).isEqualTo(10_000);
        // Ten megabytes on a line of a megabit: 84 seconds.
        assertThat(patience.with(10 << 20)).isGreaterThan(84_000);
    }

    private void add(String address, long dueAt) {
        waiting.add(new Waiting.Awaited() {
            @Override
            public String address() {
                return address;
            }

            @Override
            public long dueAt() {
                return dueAt;
            }

            @Override
            public void giveUp(Problem problem) {
                givenUp.add("%s %d %d".formatted(address, dueAt, problem.status()));
            }
        });
    }
}
