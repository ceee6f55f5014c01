package id.tanggap.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PageKeyTest {
    @Property
    void readsWhatItWrote(
            @ForAll @LongRange(min = -2_208_988_800L, max = 253_402_300_798L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll long high,
            @ForAll long low) {
        var key = new PageKey(Instant.ofEpochSecond(second, nano), new UUID(high, low));

        assertThat(PageKey.decode(key.encode())).isEqualTo(key);
        assertThat(key.encode()).matches("[A-Za-z0-9_-]{38}");
    }

    @Property
    void readsAnyOtherTextAsNoKeyOrAsOneThatReadsAlike(@ForAll String text) {
        var key = PageKey.decode(text);

        if (key != null) {
            assertThat(PageKey.decode(key.encode())).isEqualTo(key);
        }
    }

    @Property
    void refusesAKeyThatWasCut(@ForAll @IntRange(max = 37) int length) {
        var key = new PageKey(Instant.EPOCH, new UUID(1, 2)).encode();

        assertThat(PageKey.decode(key.substring(0, length))).isNull();
    }

    @Property
    void refusesATimeThatNoCaseHas(
            @ForAll @LongRange(min = 253_402_300_800L, max = 31_556_889_864_403_199L) long after,
            @ForAll @LongRange(min = -31_557_014_167_219_200L, max = -2_208_988_801L) long before) {
        assertThat(PageKey.decode(new PageKey(Instant.ofEpochSecond(after), new UUID(1, 2)).encode()))
                .isNull();
        assertThat(PageKey.decode(new PageKey(Instant.ofEpochSecond(before), new UUID(1, 2)).encode()))
                .isNull();
    }

    @Example
    void refusesATimeThatIsNone() {
        assertThat(PageKey.decode("f" + "_".repeat(37))).isNull();
    }
}
