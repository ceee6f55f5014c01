package id.tanggap.governments.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.ImaginedGovernment;
import id.tanggap.governments.calendar.CalendarData;
import id.tanggap.governments.file.InvalidGovernment;
import id.tanggap.governments.sop.SopStep.Subject;
import id.tanggap.governments.sop.TimeStandard.Unit;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SopTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void holdsEveryTimedRowOfSurakarta() {
        List<SopStep> rows = rows("surakarta");

        assertThat(rows).extracting(SopStep::row).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(rows).extracting(step -> step.clock().standard().within()).containsExactly(60, 60, 60, 15, 60, 60);
        // The sum that the SOP's own table comes to.
        assertThat(rows.stream().mapToInt(step -> step.clock().standard().within()))
                .satisfies(minutes ->
                        assertThat(minutes.stream().mapToInt(i -> i).sum()).isEqualTo(315));
        assertThat(sop("surakarta").profile().effective()).isEqualTo("2024-11-29");
    }

    @Test
    void holdsEveryRowOfKaranganyar() {
        List<SopStep> rows = rows("karanganyar");

        assertThat(rows).extracting(SopStep::row).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(rows)
                .extracting(SopStep::subject)
                .containsExactly(
                        Subject.COMPLAINT,
                        Subject.COMPLAINT,
                        Subject.COMPLAINT,
                        Subject.COMPLAINT,
                        Subject.RECAP,
                        Subject.RECAP,
                        Subject.RECAP);
        assertThat(rows.get(3).clock().standard()).isEqualTo(new TimeStandard(3, Unit.WORKING_DAYS));
        assertThat(sop("karanganyar").policy().group()).isEqualTo("Grup WA Liputan");
        assertThat(Objects.requireNonNull(sop("karanganyar").step("group-answer"))
                        .overdue())
                .isEqualTo(SystemAct.END_GROUP_WAIT);
    }

    @ParameterizedTest
    @CsvSource({
        "INFORMATION_REQUEST, 5",
        "ASPIRATION, 5",
        "ORDINARY, 14",
        "OVERSIGHT, 60",
    })
    void allowsTheAnswerTheWorkingDaysOfItsClass(String type, int days) {
        for (String government : List.of("surakarta", "karanganyar")) {
            assertThat(sop(government).ceilings().stream()
                            .filter(ceiling -> ceiling.holds(type, LocalDate.of(2026, 11, 2)))
                            .map(ceiling -> ceiling.clock().standard().within()))
                    .containsExactly(3, 5, days);
        }
    }

    @Test
    void followsTheLawOfTheDayOfReceipt() {
        Sop sop = imagined();

        assertThat(ceilings(sop, LocalDate.of(2025, 12, 31))).containsExactly("lama");
        assertThat(ceilings(sop, LocalDate.of(2026, 1, 1))).containsExactly("baru");
        assertThat(ceilings(sop, LocalDate.of(2019, 12, 31))).isEmpty();
    }

    @Test
    void isReadAgainFromItsOwnTexts() {
        Sop sop = sop("karanganyar");
        Sop again = SopReader.of(sop.texts());

        assertThat(again.version()).isEqualTo(sop.version());
        assertThat(again.steps()).isEqualTo(sop.steps());
        assertThat(again.ceilings()).isEqualTo(sop.ceilings());
        assertThat(again.policy()).isEqualTo(sop.policy());
    }

    @Test
    void hasAnotherVersionWhenItsTextOrTheLawChanges() {
        String version = imagined().version();
        ImaginedGovernment pack =
                ImaginedGovernment.copiedTo(directory).replacing("gerbang/sop.yaml", "within: 30", "within: 31");
        String changed = loaded(pack).version();
        pack.replacing("shared/ceilings.yaml", "within: 14", "within: 15");

        assertThat(List.of(version, changed, loaded(pack).version())).doesNotHaveDuplicates();
    }

    @Test
    void refusesKeptTextsThatItCannotRead() {
        Map<String, String> texts = new HashMap<>(sop("surakarta").texts());
        texts.replace("sop.yaml", "title: Tanpa langkah");

        assertThatExceptionOfType(InvalidGovernment.class)
                .isThrownBy(() -> SopReader.of(texts))
                .withMessageContaining("sop.yaml:1: steps: is missing");
    }

    @Test
    void givesAnAgencyItsOwnHours() {
        CalendarData calendar = government(ImaginedGovernment.original()).calendar();

        assertThat(calendar.of("rsud").week())
                .containsKey(DayOfWeek.SATURDAY)
                .doesNotContainKey(DayOfWeek.SUNDAY)
                .isNotEqualTo(calendar.week());
        assertThat(calendar.of("rsud").holidays()).isEmpty();
        assertThat(calendar.of("bpn")).isEqualTo(calendar);
        assertThat(calendar.of(null)).isEqualTo(calendar);
    }

    private static List<SopStep> rows(String government) {
        return sop(government).steps().stream()
                .filter(step -> step.row() != null)
                .toList();
    }

    private static List<String> ceilings(Sop sop, LocalDate receivedOn) {
        return sop.ceilings().stream()
                .filter(ceiling -> ceiling.holds("ORDINARY", receivedOn))
                .map(ceiling -> ceiling.clock().id())
                .toList();
    }

    private static Sop imagined() {
        return government(ImaginedGovernment.original()).sop();
    }

    private static Sop loaded(ImaginedGovernment pack) {
        return government(pack.directory()).sop();
    }

    private static Government government(Path folder) {
        return Objects.requireNonNull(Governments.load(folder).find("gerbang"));
    }

    private static Sop sop(String government) {
        return Objects.requireNonNull(Governments.load(null).find(government)).sop();
    }
}
