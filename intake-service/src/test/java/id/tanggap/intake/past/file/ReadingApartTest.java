package id.tanggap.intake.past.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.tanggap.file.apart.Ended;
import id.tanggap.intake.past.file.HostileFile.Ending;
import id.tanggap.intake.past.reading.PastFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reading in a process of its own: what is an office's arrives, what was made to harm harms that process alone. */
class ReadingApartTest {
    @Test
    void handsOverTheRowsOfEachKindOfFile() {
        var rows = List.of(List.of("TANGGAL", "ADUAN"), List.of("5 Mar 2024", "Lampu \"mati\"\n;\uD83D\uDE00"));
        var csv = PastFixture.csv(";", rows);
        var workbook =
                PastFixture.workbook(Map.of("Maret", List.of(List.copyOf(rows.get(0)), List.copyOf(rows.get(1)))));

        for (var file : List.of(csv, PastFixture.gzip(csv), workbook)) {
            assertThat(read(file)).extracting(SheetRow::cells).isEqualTo(rows);
        }
        assertThat(read(workbook)).extracting(SheetRow::sheet).containsOnly("Maret");
        assertThat(read(csv)).extracting(SheetRow::sheet).containsOnlyNulls();
        assertThat(read(csv)).extracting(SheetRow::number).containsExactly(1, 2);
    }

    /** Those that take a reader as long as it is given; the door's own test sends the others. */
    @ParameterizedTest
    @EnumSource(names = {"NUMBER_OF_MANY_DIGITS", "MANY_ATTRIBUTES", "DEEP_NESTING", "WORDS_THAT_ARE_NOT_SHARED"})
    void comesBackFrom(HostileFile file) {
        assertThat(file.ending()).isEqualTo(Ending.ANY);

        assertThat(ending(file.content(), Duration.ofSeconds(10))).isNotEqualTo(Ending.NO_TABLE);
    }

    private static Ending ending(byte[] content, Duration patience) {
        return switch (catchThrowable(() -> ReadingApart.read(ReadingApart.JOB.within(patience), content, row -> {}))) {
            case null -> Ending.READ;
            case Unreadable refused -> FileKind.of(content) == null ? Ending.NO_TABLE : Ending.REFUSED;
            case Ended ended -> Ending.ENDED;
            case Throwable other -> throw new AssertionError(other);
        };
    }

    @Test
    void endsAReaderThatIsTooSlow() {
        assertThatThrownBy(() -> ReadingApart.read(ReadingApart.JOB.within(Duration.ofMillis(1)), csv(), row -> {}))
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.why()).isEqualTo(Ended.Why.TIME));
    }

    @Test
    void stopsWhenWhoTakesTheRowsDoes() {
        assertThatThrownBy(() -> ReadingApart.read(csv(), row -> {
                    throw new IllegalArgumentException("enough");
                }))
                .hasMessage("enough");
    }

    private static byte[] csv() {
        return "TANGGAL;ADUAN\n1/2/2024;Lampu mati\n".getBytes(StandardCharsets.UTF_8);
    }

    private static List<SheetRow> read(byte[] file) {
        var rows = new ArrayList<SheetRow>();
        ReadingApart.read(file, rows::add);
        return rows;
    }
}
