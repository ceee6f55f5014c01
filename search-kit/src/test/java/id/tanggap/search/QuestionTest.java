package id.tanggap.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    private static final String NUMBER = "SKA-4F7K-92XM";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lamp            | Lampu jalan padam",
                "perbaik         | Mohon segera diperbaiki, sebab perbaikan yang lalu tidak bertahan",
                "diangk          | Sampah belum diangkut",
                "angkut          | Sampah belum diangkut",
                "pengangkutan    | Sampah belum diangkut",
                "RT03            | Warga RT03/RW05",
                "RT03            | Warga RT 03 RW 05",
                "rt 3            | Warga RT03/RW05",
                "RT 03           | Warga RT.003/RW.005",
                "RT03/RW05       | Warga RT 03 / RW 05",
                "SDN 2           | Depan SDN-2 Laweyan",
                "SDN2            | Depan SDN 2 Laweyan",
                "RM Said         | Jalan R.M. Said",
                "R.M. Said       | Jalan RM Said",
                "R.M.Said        | Jalan RM Said",
                "cafe            | Bising dari Café Senja",
                "CAFÉ            | Bising dari cafe senja",
                "tidak           | Lampu gak nyala, tdk ada petugas",
                "nggak           | Lampu tidak nyala",
                "jalan           | Jln. Slamet Riyadi",
                "jl slamet       | Jalan Slamet Riyadi",
                "smpah           | Sampah menumpuk",
                "sampah          | smpah menumpuk",
                "lmpu            | Lampu padam",
                "ektp            | Antre e-KTP sejak pagi, e KTP belum jadi, ktp lama hilang",
                "anak-anak       | Anak2 main di jalan",
                "kagak           | Lampu tdk menyala",
                "memperbaiki     | Mohon perbaikannya",
                "perbaikan       | Belum diperbaiki juga",
                "padam           | Petugas memadamkan lampu",
                "menumpuk        | Tumpukan sampah",
                "pungutan        | Mereka memungut uang",
                "penertiban      | Tolong ditertibkan",
                "jumat           | Setiap hari Jum’at",
                "ubur-ubur       | Ada ubur-ubur terdampar",
                "ｌａｍｐｕ      | Lampu padam",
                "pada\u200bm     | Lampu padam",
                "\"lampu jalan\" | Sudah lama lampu jalan padam",
                "\"lampu jalan   | Sudah lama lampu jalan padam",
                "“lampu jalan”   | Sudah lama lampu jalan padam",
                "sampah -diangkut  | Sampah menumpuk",
                "-diangkut       | Sampah menumpuk",
                "lampu - jalan   | Lampu jalan padam"
            })
    void findsWhatPeopleType(String typed, String text) {
        assertThat(Search.finds(typed, NUMBER, text)).isTrue();
        assertThat(Search.finds(typed, NUMBER, "Sesuatu yang lain sama sekali", null))
                .isEqualTo(typed.equals("-diangkut"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sampah -diangkut       | Sampah belum diangkut",
                "sampah –diangkut       | Sampah belum diangkut",
                "sampah -angkut         | Sampah belum diangkut",
                "sampah -gak            | Sampah tidak diangkut",
                "lampu -\"jalan rusak\" | Lampu di jalan rusak",
                "\"jalan lampu\"        | Sudah lama lampu jalan padam",
                "\"lamp\"               | Lampu padam",
                "lampu sungai           | Lampu padam",
                "RT03                   | Warga RT 30 di RW 03",
                "ampu                   | Lampu padam",
                "telepon                | Hubungi [TELEPON]"
            })
    void leavesOutWhatIsNotMeant(String typed, String text) {
        assertThat(Search.finds(typed, NUMBER, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SKA-4F7K-92XM",
                "ska4f7k92xm",
                "SKA 4F7K 92XM",
                "4F7K92XM",
                "4f7k-92xm",
                "4F7K 92XM",
                "92XM",
                "7k92xm",
                "SKA–4F7K–92XM",
                "Aduan SKA-4F7K-92XM",
                "aduan nomor SKA 4F7K 92XM",
                "No. SKA-4F7K-92XM",
                "#SKA-4F7K-92XM",
                "(SKA-4F7K-92XM)",
                "aduan 92xm",
                "ska-4f7k-92xm,"
            })
    void findsANumberHoweverItIsSpelled(String typed) {
        assertThat(Search.finds(typed, NUMBER, "Lampu padam")).isTrue();
        assertThat(Search.finds(typed, "SKA-5G8M-03YN", "Lampu padam")).isFalse();
    }

    @Test
    void readsLettersThatLookLikeDigitsAsThese() {
        assertThat(Search.finds("SKA-1O7K-9LXM", "SKA-107K-91XM")).isTrue();
    }

    @Test
    void findsNoPhraseFromOneTextToTheNext() {
        assertThat(Search.finds("\"padam jalan\"", NUMBER, "Lampu padam", "Jalan gelap"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "\"", "-\"\"", "!&|<->:*'\\", "— … ©", "\u0000", "\ud800"})
    void looksForNothingWhereNothingIsTyped(String typed) {
        assertThat(Question.of(typed)).isNull();
    }

    @Test
    void tellsWhatWasFoundAsItIsWritten() {
        var question = question("angkut rt03 \"di pasar\" -lampu cafe");

        assertThat(question.foundIn("Sampah Café belum diangkut di pasar.", null, "RT 03 / RW 05, Lampu, pengangkutan"))
                .containsExactlyInAnyOrder("diangkut", "pengangkutan", "RT 03", "di pasar", "Café");
    }

    @Test
    void tellsWhetherItMeansACase() {
        assertThat(question("aduan 92xm -lampu").matches(NUMBER, "Sampah")).isTrue();
        assertThat(question("aduan 92xm -lampu").matches(NUMBER, "Sampah", "Lampu"))
                .isFalse();
        assertThat(question("aduan 92xn").matches(NUMBER, "Sampah")).isFalse();
        assertThat(question("sampah").matches(null, null, "Sampah")).isTrue();
    }

    private static Question question(String typed) {
        return requireNonNull(Question.of(typed));
    }
}
