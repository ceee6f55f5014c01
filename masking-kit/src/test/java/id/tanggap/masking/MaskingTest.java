package id.tanggap.masking;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.masking.text.MarkedLine;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingTest {
    private static final List<String> BETWEEN_DIGITS = List.of(
            "", " ", "  ", "    ", "-", ".", ",", "/", "_", "~", "*", "\u00b7", "\u2013", "\u00a0", "\u2009", " - ",
            "\u200b", "\u2060");
    private static final List<String> DIGITS =
            List.of("0123456789", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗");
    private static final List<String> SPOKEN = List.of(
            "nol satu dua tiga empat lima enam tujuh delapan sembilan",
            "kosong siji loro telu papat limo enem pitu wolu songo");

    private static final int LONGEST_TEXT = 10_000;

    static Stream<MarkedLine> fieldCases() {
        return MarkedLines.read("field-cases.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("fieldCases")
    void masksWhatIsMarkedAndNothingElse(MarkedLine line) {
        var wanted = line.marks().stream()
                .map(mark -> MarkedLines.part(line, mark.from(), mark.to()))
                .toList();

        assertThat(MarkedLines.found(line))
                .extracting(mark -> MarkedLines.part(line, mark.from(), mark.to()))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NIK saya 3372011203800001 dan WA 081234567890 | NIK saya [NIK] dan WA [TELEPON]",
                "plg 123456, rek BRI 1234-01-000123-50-1 | plg [PELANGGAN], rek BRI [REKENING]",
                "mobil AD 1234 XY milik @budi_s | mobil [NOPOL] milik [AKUN]",
                "lahir 12-03-1980, budi@contoh.id | lahir [TANGGAL LAHIR], [EMAIL]",
                "rumah saya Jl Melati No 12, BPJS 0001234567890 | rumah saya Jl Melati [RUMAH], BPJS [NOMOR]",
                "nama saya Budi Santoso dari Jebres | nama saya [NAMA] dari Jebres",
            })
    void saysWhatKindItWas(String written, String masked) {
        assertThat(masked(null, written)).isEqualTo(masked);
    }

    @Test
    void isNotMisledByItsOwnMarks() {
        var masked = "Nama saya [NAMA], telepon [TELEPON], rumah saya [RUMAH]";

        assertThat(masked(null, masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "Tidak mau disebut, Air tidak mengalir karena pipa pecah",
        "Pengurus RW 05, Pengurus RW sudah melapor",
        "Anonim, Saya anonim saja",
        "Bunga, Bunga di taman layu",
        "Hari Bagus, Hari ini cuaca bagus",
        "Slamet Riyadi, Jalan Slamet Riyadi dan Jl. Slamet Riyadi rusak",
        "Budi Santoso, Budi pekerti diajarkan di sekolah",
        "Warga Jebres, Warga Jebres resah",
        "Ketua RT 03, Ketua RT sudah tahu"
    })
    void leavesTheWordsOfAFormThatAreNoName(String complainant, String written) {
        assertThat(masked(complainant, written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jl. Slamet Riyadi No. 123 RT 02 RW 05 | Jl. Slamet Riyadi [RUMAH] RT 02 RW 05",
                "Perum Griya Asri Blok C-12, Jebres | Perum Griya Asri [RUMAH], Jebres",
                "Jalan Melati 7, Kadipiro | Jalan Melati [RUMAH], Kadipiro",
                "depan SDN 2 Kadipiro | depan SDN 2 Kadipiro",
                "Jl. Solo-Tawangmangu KM 12 | Jl. Solo-Tawangmangu KM 12",
                "dekat tiang nomor 14 | dekat tiang nomor 14"
            })
    void theHouseNumberOfAPlaceDoesNotTravel(String address, String masked) {
        assertThat(Masking.in(MarkedLines.SOLO).maskAddress(address)).isEqualTo(masked);
    }

    @Property
    void noMobileNumberSurvivesItsSpelling(@ForAll("mobiles") String number, @ForAll("spellings") Spelling spelling) {
        var written = spelling.write(number);

        assertThat(masked(null, "hubungi " + written + " ya")).isEqualTo("hubungi [TELEPON] ya");
    }

    @Property
    void noSpokenNumberSurvives(@ForAll("mobiles") String number, @ForAll("tongues") List<String> tongue) {
        var spoken = number.chars().mapToObj(digit -> tongue.get(digit - '0')).collect(Collectors.joining(" "));

        assertThat(masked(null, "nomor " + spoken + " terima kasih")).isEqualTo("nomor [TELEPON] terima kasih");
    }

    @Property
    void noIdentityNumberSurvives(
            @ForAll("births") LocalDate birth, @ForAll boolean woman, @ForAll("gaps") String gap) {
        var day = birth.getDayOfMonth() + (woman ? 40 : 0);
        var number = "337201" + gap + "%02d%02d%02d".formatted(day, birth.getMonthValue(), birth.getYear() % 100) + gap
                + "0004";

        assertThat(masked(null, "data " + number + " salah")).isEqualTo("data [NIK] salah");
    }

    @Property
    void daysAndHoursStay(
            @ForAll("births") LocalDate from, @ForAll("births") LocalDate to, @ForAll("dateForms") String form) {
        var format = DateTimeFormatter.ofPattern(form, Locale.ROOT);
        var written = "sejak %s - %s pukul 08.00-12.00 / 13.00-15.30".formatted(format.format(from), format.format(to));

        assertThat(masked(null, written)).isEqualTo(written);
    }

    @Property
    void theOwnNameIsFoundWhateverIsHiddenInIt(@ForAll("invisible") String mark, @ForAll("places") int place) {
        var name = "Sutarjo";
        var written = name.substring(0, place) + mark + name.substring(place);

        assertThat(masked("Sutarjo", "kata " + written + " begitu")).isEqualTo("kata [NAMA] begitu");
    }

    @Property
    void anyTextIsRead(@ForAll String text, @ForAll String complainant) {
        assertThat(masked(complainant, text)).isNotNull();
    }

    @Test
    void aTextThatWouldMakeAPatternSlowIsReadInTime() {
        for (var part :
                List.of("a.", "1 ", "a/", "rumah ", "08 ", "@a.", "nama saya ", "no. ", "bapak ", "(at) ", "0812-")) {
            assertThat(masked("Budi", part.repeat(5_000))).isNotNull();
        }
    }

    @Property(tries = 50)
    void aTextOfOnePieceOverAndOverIsReadInTime(@ForAll("pieces") String piece) {
        var text = piece.repeat(LONGEST_TEXT / piece.length());

        assertThat(Masking.in(MarkedLines.SOLO).of("Budi").marks(text))
                .allSatisfy(mark -> assertThat(mark.from()).isLessThan(mark.to()));
    }

    /** Around what is masked stands whatever takes more or fewer places when it is folded. */
    @Property
    void aMarkSaysWhereItStandsInTheTextAsWritten(
            @ForAll("odd") String before, @ForAll("odd") String behind, @ForAll("mobiles") String number) {
        var written = before + " WA " + number + " " + behind;

        assertThat(Masking.in(MarkedLines.SOLO).marks(written))
                .extracting(mark -> written.substring(mark.from(), mark.to()))
                .containsExactly(number);
    }

    @Property
    void noPlateOfAWitnessSurvives(
            @ForAll("plates") List<String> plate, @ForAll("plateGaps") String gap, @ForAll("tellings") String told) {
        assertThat(masked(null, told + " " + String.join(gap, plate) + ", lari ke utara"))
                .isEqualTo(told + " [NOPOL], lari ke utara");
    }

    @Property
    void noDayOfBirthSurvivesItsSpelling(@ForAll("births") LocalDate birth, @ForAll("birthForms") String form) {
        var day = DateTimeFormatter.ofPattern(form, Locale.ROOT).format(birth);

        assertThat(masked(null, "tgl lahir " + day + " keliru")).isEqualTo("tgl lahir [TANGGAL LAHIR] keliru");
    }

    @Property
    void aNameIsOneInTheSpellingOfOldToo(@ForAll("names") String name, @ForAll("offices") String office) {
        var old = name.replace("u", "oe").replace("j", "dj");

        assertThat(masked(null, "menurut " + office + " " + old + " belum ada dana"))
                .isEqualTo("menurut " + office + " [NAMA] belum ada dana");
    }

    @Property
    void theTelephoneOfAnOfficeStays(@ForAll("publicOffices") String office, @ForAll("landlines") String number) {
        var written = "telp " + office + " " + number + " tidak diangkat";

        assertThat(masked(null, written)).isEqualTo(written);
        assertThat(masked(null, "telp rumah " + number + " tidak diangkat"))
                .isEqualTo("telp rumah [TELEPON] tidak diangkat");
    }

    private static @Nullable String masked(@Nullable String complainant, String written) {
        return Masking.in(MarkedLines.SOLO).of(complainant).mask(written);
    }

    /** @param digits the ten of them in some script */
    record Spelling(String digits, String gap, int first, int second) {
        String write(String number) {
            var parts = List.of(number.substring(0, first), number.substring(first, second), number.substring(second));
            return String.join(gap, parts).codePoints().mapToObj(this::digit).collect(Collectors.joining());
        }

        private String digit(int character) {
            var all = digits.codePoints().toArray();
            return Character.toString(character >= '0' && character <= '9' ? all[character - '0'] : character);
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "1", "satu", "'a", "aa'aa", "2026/", "a.", "AD 1 ", "1, ", "\ufdfa", "nama saya ", "08 "),
                Arbitraries.strings().withChars("a1 .,-/'@:(\n").ofMinLength(1).ofMaxLength(5));
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.of(
                        "\ud83d\ude00",
                        "e\u0301",
                        "\u200b",
                        "\ufdfa",
                        "\u2122",
                        "\ufb03",
                        "\ud83c\uddee\ud83c\udde9",
                        "\ud83d",
                        "\u0130",
                        "\u1e9e",
                        "\u33a5",
                        "lampu",
                        "\n",
                        "\u00a0")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> plates() {
        return Combinators.combine(
                        Arbitraries.of("AD", "AB", "H", "B", "K", "AG", "DK", "ad", "l", "KT"),
                        Arbitraries.integers().between(10, 9999),
                        Arbitraries.strings().withCharRange('A', 'Q').ofLength(2))
                .as((region, digits, series) -> List.of(region, digits.toString(), series));
    }

    @Provide
    Arbitrary<String> plateGaps() {
        return Arbitraries.of("", " ", "-", ".", " - ");
    }

    @Provide
    Arbitrary<String> tellings() {
        return Arbitraries.of("nopol", "mobil plat", "plat nomor", "plat belakang cuma kelihatan", "nopol motor itu");
    }

    @Provide
    Arbitrary<String> birthForms() {
        return Arbitraries.of("ddMMyy", "ddMMyyyy", "dd-MM-yyyy", "d/M/yyyy", "yyyy-MM-dd", "dd.MM.yy");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("Sukarjo", "Surono", "Sujarwo", "Sumarjo", "Sukirman", "Sudiro");
    }

    @Provide
    Arbitrary<String> offices() {
        return Arbitraries.of("kades", "kepala sekolah", "juru parkir", "carik desa", "sekdes", "bendahara koperasi");
    }

    @Provide
    Arbitrary<String> publicOffices() {
        return Arbitraries.of(
                "kantor kelurahan", "damkar", "hotline", "PDAM", "puskesmas Ngoresan", "dinas perhubungan");
    }

    @Provide
    Arbitrary<String> landlines() {
        return Combinators.combine(
                        Arbitraries.of("0271-", "(0271) ", "0271 "),
                        Arbitraries.integers().between(632_000, 799_999))
                .as((area, rest) -> area + rest);
    }

    @Provide
    Arbitrary<String> mobiles() {
        return Combinators.combine(
                        Arbitraries.of(
                                "0811", "0812", "0813", "0821", "0838", "0857", "0877", "0896", "62812", "62857"),
                        Arbitraries.strings().numeric().ofMinLength(7).ofMaxLength(8))
                .as((start, rest) -> start + rest);
    }

    @Provide
    Arbitrary<Spelling> spellings() {
        return Combinators.combine(
                        Arbitraries.of(DIGITS),
                        Arbitraries.of(BETWEEN_DIGITS),
                        Arbitraries.of(4, 5),
                        Arbitraries.of(7, 8))
                .as(Spelling::new);
    }

    @Provide
    Arbitrary<List<String>> tongues() {
        return Arbitraries.of(SPOKEN).map(tongue -> Arrays.asList(tongue.split(" ")));
    }

    @Provide
    Arbitrary<LocalDate> births() {
        return Dates.dates().between(LocalDate.of(1940, 1, 1), LocalDate.of(2026, 12, 31));
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of("", " ", "-", ".", "/", "\u2013", "\u00a0", "\u200b");
    }

    @Provide
    Arbitrary<String> dateForms() {
        return Arbitraries.of("dd/MM/yyyy", "dd-MM-yyyy", "d-M-yyyy", "dd.MM.yyyy", "yyyy-MM-dd", "dd/MM/yy");
    }

    @Provide
    Arbitrary<String> invisible() {
        return Arbitraries.of("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\ufe0f");
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(1, 6);
    }
}
