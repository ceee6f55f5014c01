package id.tanggap.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tanggap.bench.platform.Load;
import id.tanggap.bench.platform.Median;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void readsTheCpuTimeOfAProcessWhateverItIsCalled() {
        var stat = "42 (a ) name) S 7 42 42 0 -1 4194304 100 200 0 0 11 22 33 44 20 0 1 0 5 6";

        assertThat(ProcessTable.parse(stat)).isEqualTo(new ProcessTable.Entry(7, 1_100));
    }

    @Test
    void sumsAProcessWithAllThatItStarted() {
        var table = new ProcessTable(Map.of(
                1L, new ProcessTable.Entry(0, 1),
                10L, new ProcessTable.Entry(1, 100),
                11L, new ProcessTable.Entry(10, 20),
                12L, new ProcessTable.Entry(11, 3),
                20L, new ProcessTable.Entry(1, 9_000)));

        assertThat(table.tree(10)).containsExactlyInAnyOrder(10L, 11L, 12L);
        assertThat(table.millis(table.tree(10))).isEqualTo(123);
    }

    @Test
    void seesItselfInTheRealProcessTable() throws Exception {
        if (ProcessTable.exists()) {
            assertThat(ProcessTable.read().byPid())
                    .containsKey(ProcessHandle.current().pid());
        }
    }

    @Test
    void dividesPostgresAmongTheServices() {
        var before = new Cpu(Map.of("intake", 100.0, "postgres", 1_000.0), Map.of("intake", 300.0, "routing", 100.0));
        var after = new Cpu(Map.of("intake", 300.0, "postgres", 1_600.0), Map.of("intake", 600.0, "routing", 200.0));

        var perComplaint = after.since(before).per(1_000);

        assertThat(perComplaint.total()).isCloseTo(0.8, within(1e-9));
        assertThat(perComplaint.background()).isCloseTo(0.2, within(1e-9));
        assertThat(perComplaint.of("intake")).isCloseTo(0.2 + 0.3 + 0.2 * 0.75, within(1e-9));
    }

    @Test
    void judgesNoCpuOfWhichAPartIsMissing() {
        var all = Cpu.COUNTED.stream().collect(java.util.stream.Collectors.toMap(part -> part, _ -> 1.0));
        assertThat(new Cpu(all, Map.of()).complete()).isTrue();

        all.remove("kafka");
        assertThat(new Cpu(all, Map.of()).complete()).isFalse();
    }

    @Test
    void findsTheGaugesOfDelay() {
        var delays = Gauges.delays("""
                # HELP outbox_lag_millis age of the oldest row
                outbox_lag_millis 12.0
                projection_lag_millis{topic="complaint.intake.v1"} 250.0
                projection_lag_millis{service="r",topic="complaint.routing.v1",} NaN
                http_server_requests_seconds_count{uri="/"} 7.0
                """);

        assertThat(delays).isEqualTo(Map.of("outbox", 12.0, "projection of complaint.intake.v1", 250.0));
    }

    @Test
    void takesTheMiddle() {
        assertThat(Median.of(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Median.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    }

    @Test
    void judgesBySides() {
        assertThat(Goal.G1.verdict(0.5)).isEqualTo("goal");
        assertThat(Goal.G1.verdict(0.35)).isEqualTo("stage");
        assertThat(Goal.G1.verdict(0.34)).isEqualTo("miss");
        assertThat(Goal.G4.verdict(0.6)).isEqualTo("goal");
        assertThat(Goal.G4.verdict(1.1)).isEqualTo("miss");
        assertThat(Goal.G4B.line(0.5)).startsWith("G4b").contains("stage");
    }

    @Test
    void asksLessOfARateWhereTheDiskIsNotWhatItWaitsFor() {
        assertThat(Goal.keptUp(4_999).verdict(0.2)).isEqualTo("miss");
        assertThat(Goal.keptUp(5_000).verdict(0.2)).isEqualTo("goal");
        assertThat(Goal.burst(4_999).verdict(0.35)).isEqualTo("miss");
        assertThat(Goal.burst(5_000).verdict(0.35)).isEqualTo("goal");
    }

    @Test
    void countsTheDrainAgainstTheRateThatWasKept() {
        var raw = new Load.Result(20_000, 0, 10, 1, 2, 2);
        var post = new Load.Result(15_000, 0, 10, 1, 2, 2);
        var round = new Round(raw, raw, 0.3, post, 15, new Cpu(Map.of(), Map.of()), 0);

        assertThat(round.burstAgainstR2()).isEqualTo(0.75);
        assertThat(round.keptUpAgainstR2()).isEqualTo(0.5);
    }
}
