package id.tanggap.intake.masking;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NIK saya 3372011203800001 mohon dicek | NIK saya [NIK] mohon dicek",
                "NIK 3372 0112 0380 0001. | NIK [NIK].",
                "hubungi 081234567890 ya | hubungi [TELEPON] ya",
                "hubungi 0812-3456-7890 ya | hubungi [TELEPON] ya",
                "wa +62 812 3456 7890 | wa [TELEPON]",
                "kantor (0271) 655123 | kantor ([TELEPON]",
                "kirim ke budi.s+solo@mail.contoh.id saja | kirim ke [EMAIL] saja",
                "cek akun @budi_solo di sana | cek akun [AKUN] di sana",
                "rekening 1234567890 | rekening [NOMOR]",
                "wa 0812\u20133456\u20137890 | wa [TELEPON]",
                "wa 0812\u00a03456\u00a07890 | wa [TELEPON]",
                "3372011203800001/081234567890 itu | [NOMOR] itu",
            })
    void takesOutWhatIdentifies(String written, String masked) {
        assertThat(Masking.of(null).mask(written)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "Jalan berlubang di Jl. Slamet Riyadi No. 123 RT 02 RW 05",
        "Sudah 3 kali lapor sejak 12-10-2026",
        "Lampu mati jam 19.30 sampai 05.00",
        "Harga naik dari 15.000 menjadi 20.000 rupiah"
    })
    void leavesWhatTheOfficeNeeds(String written) {
        assertThat(Masking.of(null).mask(written)).isEqualTo(written);
    }

    @Test
    void takesOutTheComplainantsOwnNameInAnyCase() {
        var masking = Masking.of("Ibu Sri Rahayu Ningsih");

        assertThat(masking.mask("Saya SRI rahayu, ibu dari tiga anak, di Srihardono"))
                .isEqualTo("Saya [NAMA] [NAMA], ibu dari tiga anak, di Srihardono");
    }

    @Property
    void noPhoneNumberSurvives(@ForAll("phones") String phone, @ForAll("words") String before) {
        assertThat(Masking.of(null).mask(before + " " + phone + " terima kasih"))
                .doesNotContain(phone);
    }

    @Property
    void anyTextIsMaskedQuickly(@ForAll String text) {
        assertThat(Masking.of("Budi").mask(text)).isNotNull();
    }

    @Provide
    Arbitrary<String> phones() {
        return Arbitraries.of("08", "628", "+628", "0271")
                .flatMap(start -> Arbitraries.strings()
                        .numeric()
                        .ofMinLength(7)
                        .ofMaxLength(10)
                        .map(rest -> start + rest));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().withChars(' ', '.', ',', ':').ofMaxLength(40);
    }
}
