package id.tanggap.rest.sent;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "(0271) 716543, +62271716543",
        "0812/34567890, +6281234567890",
        "0812.3456.7890, +6281234567890",
        "+62 812-3456-7890, +6281234567890",
        "62 812 3456 7890, +6281234567890",
        "+62 (0) 812 3456 7890, +6281234567890",
        "021-5551234, +62215551234",
        "+65 6123 4567, +6561234567"
    })
    void readsHoweverItIsWritten(String written, String kept) {
        assertThat(PhoneNumbers.e164(written)).isEqualTo(kept);
    }

    /** As the field of a form passes it on: what a telephone adds when a number is copied is no longer there. */
    @Test
    void readsWhatWasCopied() {
        assertThat(PhoneNumbers.e164(Characters.readable("\u202A+62 812\u00A03456-7890\u202C")))
                .isEqualTo("+6281234567890");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0812---------", "0000000", "", " ", "satu", "716543", "08", "+", "110 110 110 110 110 110 110"})
    void knowsWhatIsNone(String written) {
        assertThat(PhoneNumbers.e164(written)).isNull();
    }

    /** Its own form reads as itself. */
    @Property
    void readsWhatItWrote(@ForAll @IntRange(min = 10_000_000, max = 99_999_999) int tail) {
        var kept = PhoneNumbers.e164("0812" + tail);

        assertThat(kept).isEqualTo("+62812" + tail);
        assertThat(PhoneNumbers.e164("+62812" + tail)).isEqualTo(kept);
    }

    @Property
    void breaksAtNothing(@ForAll @CharRange(to = '\uFFFF') String written) {
        var kept = PhoneNumbers.e164(written);

        assertThat(kept == null || kept.matches("\\+[0-9]{5,16}")).isTrue();
    }
}
