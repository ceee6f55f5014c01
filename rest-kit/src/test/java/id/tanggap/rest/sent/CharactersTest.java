package id.tanggap.rest.sent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lampu di Jl. Slamet Riyadi mati.\r\n\tSejak 01/11/2026?",
                "👨‍👩‍👧 ❤️ 🇮🇩 ✍🏽",
                "Café, naïve, Ñ, 中文, العربية, ꦧꦱꦗꦮ",
                "₹ € × ½ … “kutipan” – tanda"
            })
    void leavesWhatPeopleWriteAsItIs(String text) {
        assertEquals(text, Characters.readable(text));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x200B, 0x200E, 0x202A, 0x202C, 0x2066, 0x2069, 0x3164, 0x115F, 0x1160, 0xFFA0, 0xFEFF, 0xAD, 0x2060,
                0xE0041
            })
    void leavesOutWhatShowsNothing(int mark) {
        var text = "+62" + Character.toString(mark) + " 812";
        assertEquals("+62 812", Characters.readable(text));
        assertEquals("", Characters.readable(Character.toString(mark).repeat(12)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x07, 0x7F, 0xD800, 0xDFFF, 0xFFFE, 0x202D, 0x202E, 0x200B})
    void cleansWhatCannotBeRefused(int mark) {
        assertEquals("Lampu mati", Characters.cleaned("Lampu " + Character.toString(mark) + "mati"));
        assertEquals("", Characters.cleaned(Character.toString(mark)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0B, 0x0C, 0x85, 0x2028, 0x2029})
    void endsALineWhereOneEnds(int end) {
        assertEquals("a\nb", Characters.readable("a" + Character.toString(end) + "b"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 7, 8, 0x0E, 0x1B, 0x1F, 0x7F, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x202D, 0x202E, 0xFFFE, 0xFFFF})
    void refusesWhatCannotBeKept(int mark) {
        assertThrows(Unfit.class, () -> Characters.readable("Budi" + Character.toString(mark) + "man"));
    }

    /** Of all characters that there are, none gets through that turns into something else on its way. */
    @Test
    void letsNothingThroughThatNoEncodingWrites() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .forEach(CharactersTest::isKeptOrRefused);
    }

    private static void isKeptOrRefused(String character) {
        try {
            var kept = Characters.readable(character);
            assertEquals(kept, new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            assertEquals(kept, Characters.readable(kept));
        } catch (Unfit refused) {
            assertFalse(Character.isLetterOrDigit(character.codePointAt(0)));
        }
    }

    @Test
    void knowsWordsFromDots() {
        assertTrue(Characters.holdWords("...a"));
        assertTrue(Characters.holdWords("7"));
        assertTrue(Characters.holdWords("ꦧ"));
        assertFalse(Characters.holdWords("… --- !!! ‍‍"));
    }
}
