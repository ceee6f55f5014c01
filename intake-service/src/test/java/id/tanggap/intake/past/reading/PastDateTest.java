package id.tanggap.intake.past.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.intake.past.reading.PastDate.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
            "dd/MM/yyyy HH.mm",
            "yyyy/MM/dd",
            "yyyy.MM.dd HH:mm:ss",
            "yyyyMMdd",
            "dd-MM-yy",
            "dd / MM / yyyy",
            "d MMMM yyyy 'pukul' HH.mm",
            "d MMM yyyy HH:mm 'WIB'",
            "d MMMM yyyy, HH.mm 'WITA'",
            "d MMMM yyyy - HH:mm",
            "d/MMM/yyyy",
            "EEEE, dd/MM/yyyy",
            "EEEE, dd.MM.yyyy",
            "EEEE dd-MM-yy HH:mm",
            "'Jum''at', d MMMM yyyy",
            "'Hari' EEEE, d MMMM yyyy 'jam' HH.mm",
            "d MMMM yyyy (EEEE)",
            "yyyy-MM-dd'T'HH:mm:ss.SSS'+07:00'",
            "''dd/MM/yyyy",
            "dd/MM/''yy",
            "d MMM ''yy",
            "d MMMM yyyy.",
            "dMMMMyyyy",
            "EEEE,d MMMM yyyy",
            "EEEE/d MMMM yyyy",
            "'Tanggal :' d MMMM yyyy",
            "d MMMM yyyy / HH.mm",
            "dd-MM-yyyy / HH.mm 'WIB.'",
            "dd/MM/yyyy | HH.mm",
            "dd-MM-yyyy 'pk.' HH.mm",
            "dd-MM-yyyy, HH.mm 'wib.'"
        }) {
            var written = DateTimeFormatter.ofPattern(pattern, INDONESIAN).format(day.atTime(7, 5));
            assertThat(PastDate.read(written)).as(written).isEqualTo(day);
        }
        var serial = day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
        assertThat(PastDate.read(serial + ".5")).isEqualTo(day);
    }

    @Property
    void readsTheTimeThatASpreadsheetStores(
            @ForAll @DateRange(min = "2000-01-01", max = "2099-12-31") LocalDate day,
            @ForAll @IntRange(min = 1, max = 86_399) int second,
            @ForAll @IntRange(min = 9, max = 15) int decimals) {
        var time = LocalTime.ofSecondOfDay(second);
        var part = BigDecimal.valueOf(second).divide(BigDecimal.valueOf(86_400), decimals, RoundingMode.HALF_UP);
        var serial =
                BigDecimal.valueOf(day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay());

        assertThat(PastDate.readTime(part.toPlainString())).isEqualTo(time);
        assertThat(PastDate.readTime(serial.add(part).toPlainString())).isEqualTo(time);
        assertThat(PastDate.readTimeBehind(serial.add(part).toPlainString())).isEqualTo(time);
        assertThat(PastDate.read(serial.add(part).toPlainString())).isEqualTo(day);
    }

    @Property
    void readsTheTimeBehindADay(@ForAll @IntRange(max = 1439) int minute) {
        var at = LocalTime.ofSecondOfDay(minute * 60L);
        for (var pattern :
                new String[] {"HH:mm", "HH.mm", "H.mm", "HH:mm:ss", "'pukul' HH.mm", "HH:mm 'WIB'", "hh:mm a"}) {
            var written = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at);
            assertThat(PastDate.readTime(written)).as(written).isEqualTo(at);
            assertThat(PastDate.readTimeBehind("5 Jan 2024 " + written))
                    .as(written)
                    .isEqualTo(at);
            assertThat(PastDate.read("5 Jan 2024 " + written)).as(written).isEqualTo(LocalDate.of(2024, 1, 5));
        }
    }

    @Property
    void readsTheRomanMonthsOfLetters(@ForAll @DateRange(min = "2000-01-01", max = "2099-12-31") LocalDate day) {
        var month = "I II III IV V VI VII VIII IX X XI XII".split(" ")[day.getMonthValue() - 1];
        for (var between : new String[] {"/", "-", " ", ". "}) {
            var written = day.getDayOfMonth() + between + month + between + day.getYear();
            assertThat(PastDate.read(written)).as(written).isEqualTo(day);
        }
    }

    @Property
    void knowsWhetherTheMonthCanStandFirst(@ForAll @DateRange(min = "2000-01-01", max = "2099-12-31") LocalDate day) {
        var isEither = day.getDayOfMonth() <= 12;
        for (var pattern : new String[] {"M/d/yyyy", "MM/dd/yy", "MM-dd-yyyy HH:mm", "M/d/yyyy h:mm a"}) {
            var written = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day.atTime(7, 5));
            assertThat(PastDate.order(written)).as(written).isEqualTo(isEither ? Order.EITHER : Order.MONTH_FIRST);
        }
        for (var pattern : new String[] {"d/M/yyyy", "dd.MM.yy", "dd-MM-yyyy HH.mm"}) {
            var written = DateTimeFormatter.ofPattern(pattern).format(day.atTime(7, 5));
            assertThat(PastDate.order(written)).as(written).isEqualTo(isEither ? Order.EITHER : Order.DAY_FIRST);
        }
        assertThat(PastDate.order(day.toString())).isNull();
    }

    @Test
    void tellsNoTimeWhereNoneStands() {
        for (var day :
                new String[] {"5 Jan 2024", "05.01.2024", "05.01.24", "45296", "2024-01-05", "Jumat, 05.01.2024"}) {
            assertThat(PastDate.readTimeBehind(day)).as(day).isNull();
        }
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
        assertThat(PastDate.readTime("0")).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(PastDate.readTime("7.3")).as("typed as 7.30").isEqualTo(LocalTime.of(7, 30));
        assertThat(PastDate.readTime("12")).isNull();
        assertThat(PastDate.readTime("13:00 PM")).isNull();
        assertThat(PastDate.readTime("24:00")).isNull();
        assertThat(PastDate.readTime("siang")).isNull();
    }
}
