package id.tanggap.routing.destination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapTest {
    @ParameterizedTest
    @CsvSource({"64, 0", "96, 0", "192, 3072", "384, 9216", "8192, 20000"})
    void learnsNoMoreThanTheHeapAllows(long megabytes, int cases) {
        assertThat(Learning.most(megabytes << 20)).isEqualTo(cases);
    }
}
