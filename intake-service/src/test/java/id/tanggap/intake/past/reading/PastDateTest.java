package id.tanggap.intake.past.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as offices write them. */
class PastDateTest {
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Property
    void readsBackWhatWasWritten(@ForAll @DateRange(min = "2000-01-01", max = "2099-12-31") LocalDate day) {
        for (var pattern : new String[] {
            "d MMM yyyy",
            "dd MMMM yyyy",
            "EEEE, d MMMM yyyy",
            "d/M/yyyy",
            "dd-MM-yyyy",
            "dd.MM.yy",
            "yyyy-MM-dd",
            "yyyy-MM-dd'T'00:00",
            "dd/MM/yyyy HH.mm"
        }) {
            var written = DateTimeFormatter.ofPattern(pattern, INDONESIAN).format(day.atTime(7, 5));
            assertThat(PastDate.read(written)).as(written).isEqualTo(day);
        }
        var serial = day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
        assertThat(PastDate.read(serial + ".5")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"1 Agt 2021", "1 Agustus 2021", "1 Aug 2021", "1 Ags. 2021", "1-Agu-21"})
    void knowsAMonthByItsLettersInBothLanguages(String written) {
        assertThat(PastDate.read(written)).isEqualTo(LocalDate.of(2021, 8, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "kemarin", "31 Feb 2024", "32/01/2024", "1/13/2024", "5 Foo 2024", "2024", "Jumlah 29"})
    void saysOfAnythingElseThatItIsNone(String written) {
        assertThat(PastDate.read(written)).isNull();
    }

    @Test
    void readsTheTimeOfTheDay() {
        assertThat(PastDate.readTime("07:05")).isEqualTo(LocalTime.of(7, 5));
        assertThat(PastDate.readTime("7.05 WIB")).isEqualTo(LocalTime.of(7, 5));
        assertThat(PastDate.readTime("23:59:58")).isEqualTo(LocalTime.of(23, 59, 58));
        assertThat(PastDate.readTime("24:00")).isNull();
        assertThat(PastDate.readTime("siang")).isNull();
    }
}
