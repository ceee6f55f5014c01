package id.tanggap.house.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.house.Checkout;
import id.tanggap.house.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every word of the glossary is called in the code what the page says. */
class GlossaryTest {

    private static final String PAGE = Checkout.read("docs/glossary.md");

    @Test
    void namesWhatTheCodeNames() {
        assertThat(Glossary.of(PAGE).untrue(Code.names(Code.main()))).isEmpty();
    }

    @Test
    void holdsWordsOfBothKinds() {
        assertThat(Glossary.of(PAGE).known()).hasSizeGreaterThan(30);
        assertThat(Glossary.of(PAGE).unknown()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`Receipt` | `Voucher` | Voucher does not exist",
                "`Visibility.SECRET` | `Visibility.HIDDEN` | Visibility.HIDDEN does not exist",
                "`Channel` | kanal | kanal has no identifier",
                "Supporter | Receipt | Receipt exists now",
            })
    void refusesAPageThatIsUntrue(String name, String mutation, String told) {
        var page = PAGE.replace("| " + name + " |", "| " + mutation + " |");

        assertThat(Glossary.of(page).untrue(Code.names(Code.main()))).containsExactly(told);
    }
}
