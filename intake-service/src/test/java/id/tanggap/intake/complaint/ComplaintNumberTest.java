package id.tanggap.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ComplaintNumberTest {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property
    void isReadBackHoweverItIsTyped(@ForAll long seed) {
        var number = ComplaintNumber.random("SKA", new Random(seed));

        assertThat(number.value()).matches("SKA(-[0-9A-HJKMNP-TV-Z]{4}){2}");
        assertThat(ComplaintNumber.parse(number.value())).isEqualTo(number);
        assertThat(ComplaintNumber.parse(number.value().toLowerCase(Locale.ROOT).replace("-", " ")))
                .isEqualTo(number);
        assertThat(ComplaintNumber.parse(
                        "SKA" + number.value().substring(3).replace('0', 'O').replace('1', 'l')))
                .isEqualTo(number);
    }

    @Property
    void everyWrongCharacterIsFound(
            @ForAll long seed, @ForAll @IntRange(max = 7) int place, @ForAll @IntRange(max = 31) int other) {
        var body = body(seed);
        var wrong = new StringBuilder(body);
        wrong.setCharAt(place, DIGITS.charAt(other));

        assertThat(ComplaintNumber.parse("SKA" + wrong) != null)
                .isEqualTo(wrong.toString().equals(body));
    }

    @Property
    void everySwapOfNeighboursIsFound(@ForAll long seed, @ForAll @IntRange(max = 6) int place) {
        var body = body(seed);
        var swapped = new StringBuilder(body);
        swapped.setCharAt(place, body.charAt(place + 1));
        swapped.setCharAt(place + 1, body.charAt(place));

        assertThat(ComplaintNumber.parse("SKA" + swapped) != null)
                .isEqualTo(swapped.toString().equals(body));
    }

    private static String body(long seed) {
        return ComplaintNumber.random("SKA", new Random(seed))
                .value()
                .substring(3)
                .replace("-", "");
    }
}
