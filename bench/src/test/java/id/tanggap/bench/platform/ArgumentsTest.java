package id.tanggap.bench.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void readsValuesFlagsAndPlaces() {
        var arguments = parse("file.jsonl", "--rate", "20", "--check");

        assertThat(arguments.at(0)).isEqualTo("file.jsonl");
        assertThat(arguments.at(1)).isNull();
        assertThat(arguments.number("--rate", 5)).isEqualTo(20);
        assertThat(arguments.has("--check")).isTrue();
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> parse("--colour", "red")).hasMessage("unknown option --colour");
        assertThatThrownBy(() -> parse("--rate")).hasMessage("--rate needs a value");
        assertThatThrownBy(() -> parse("--rate", "-1").number("--rate", 5)).hasMessageContaining("--rate needs");
        assertThatThrownBy(() -> parse().required("--rate")).hasMessage("--rate is missing");
    }

    private static Arguments parse(String... arguments) {
        return Arguments.parse(List.of(arguments), Set.of("--rate"), Set.of("--check"));
    }
}
