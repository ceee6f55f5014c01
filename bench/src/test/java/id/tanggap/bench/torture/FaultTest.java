package id.tanggap.bench.torture;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.bench.torture.Fault.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultTest {
    @Test
    void isTheSameForTheSameSeed() {
        assertThat(drawn(18, true)).isEqualTo(drawn(18, true)).isNotEqualTo(drawn(19, true));
    }

    @Test
    void isOfEveryKind() {
        assertThat(drawn(18, true)).extracting(Fault::kind).contains(Kind.values());
    }

    @Test
    void fillsNoDiskThatOthersWriteToAsWell() {
        assertThat(drawn(18, false)).extracting(Fault::kind).doesNotContain(Kind.FULL_DISK);
    }

    private static List<Fault> drawn(long seed, boolean canFill) {
        var random = new Random(seed);
        return Stream.generate(() -> Fault.drawn(random, canFill)).limit(200).toList();
    }
}
