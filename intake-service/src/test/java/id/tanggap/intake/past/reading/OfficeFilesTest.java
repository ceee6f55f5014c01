package id.tanggap.intake.past.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tanggap.contracts.book.BookCsv.Separator;
import id.tanggap.contracts.book.BookHeading;
import id.tanggap.governments.Governments;
import id.tanggap.intake.past.file.FileKind;
import id.tanggap.intake.past.file.Spreadsheet;
import id.tanggap.intake.past.file.Stranger;
import id.tanggap.intake.past.file.Unreadable;
import id.tanggap.intake.past.mapping.Remembered;
import id.tanggap.intake.past.reading.PastFixture.Sp4n;
import id.tanggap.intake.past.told.PastComplaint;
import id.tanggap.intake.vault.SealFixture;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Surroundings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets as people leave them: summed up and signed, with failed formulas, shortened numbers, in other encodings and makes. */
class OfficeFilesTest {
    private static final String SHEET =
            "NO;TANGGAL;ADUAN;DINAS;JAWABAN;SOSIAL MEDIA\n1;05/01/2024;Lampu mati;Dishub;;WA\n";

    private static final Readers READERS = new Readers(
            Objects.requireNonNull(Governments.load(null).find("surakarta")),
            LocalDate.of(2026, 11, 26),
            true,
            SealFixture.seal(),
            Remembered.NOTHING,
            Masking.in(Surroundings.UNKNOWN),
            _ -> Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jumlah;;3;;1;",
                ";Jumlah;3;;;",
                ";;Total;;5;",
                "TOTAL ADUAN;;3;2;1;0",
                "Jumlah total :;;12;;;",
                ";;Jumlah Aduan Bulan Januari;;12;",
                "Grand Total;;1.250;;30,5;",
                "1;2;3;4;5;6",
                "(1);(2);(3);(4);(5);(6)",
                "1.;2.;3.;4.;5.;6."
            })
    void takesNoSumAndNoNumberingForAComplaint(String row) {
        var read = read(SHEET + row + "\n2;06/01/2024;Jalan rusak;DPUPR;;WA");

        assertThat(read.words()).containsExactly("Lampu mati", "Jalan rusak");
        assertThat(read.findings()).noneMatch(finding -> finding.startsWith("3 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2;06/01/2024;Jumlah kendaraan parkir terlalu banyak;;;WA",
                "2;;Total gelap di jalan ini;Dishub;;WA",
                "Jumlah;06/01/2024;Total;;;WA",
                "1;2/1/2024;3;4;5;6"
            })
    void takesAComplaintThatSpeaksOfSums(String row) {
        assertThat(read(SHEET + row).complaints()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";;Mengetahui,;;;",
                ";;Surakarta, 31 Januari 2024;;Petugas,;",
                ";;Budi Santoso, S.Sos;;Siti Aminah;",
                ";;Jumlah motor liar;;;"
            })
    void tellsOfWordsThatStandAloneBelowTheTable(String row) {
        var read = read(SHEET + row);

        assertThat(read.words()).containsExactly("Lampu mati");
        assertThat(read.findings())
                .containsExactly(
                        "3 TANGGAL: Kosong, juga nomor dan dinasnya: dianggap penutup lembar. Bila ini aduan, isi"
                                + " tanggalnya.");
    }

    @ParameterizedTest
    @CsvSource({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "Err:502"})
    void takesNoFailedFormulaForADayOrForWords(String failed) {
        var read = read(SHEET + "2;" + failed + ";Sampah;DLH;;WA\n3;06/01/2024;" + failed
                + ";DLH;;WA\n4;06/01/2024;Air;" + failed + ";;WA");

        assertThat(read.words()).containsExactly("Lampu mati", "Air");
        var told = "Rumusnya gagal di lembar ini; dibaca sebagai kosong.";
        assertThat(read.findings())
                .containsExactly(
                        "3 TANGGAL: " + told,
                        "3 TANGGAL: Kosong.",
                        "4 ADUAN: " + told,
                        "4 ADUAN: Kosong.",
                        "5 DINAS: " + told);
    }

    @ParameterizedTest
    @CsvSource({
        "NO;TANGGAL;ADUAN;DINAS;JAWABAN;;SOSIAL MEDIA, ;;;;TANGGAL;ISI;, 1;05/01/2024;Lampu mati;Dishub;06/01/2024;Sudah;WA",
        "NO;TANGGAL;ADUAN;DINAS;JAWABAN;;SOSIAL MEDIA, ;;;;Uraian;Tgl.;, 1;05/01/2024;Lampu mati;Dishub;Sudah;06/01/2024;WA",
        "NO;TANGGAL;;ADUAN;DINAS;JAWABAN;SOSIAL MEDIA, ;Aduan;Jawaban;;;;, 1;05/01/2024;06/01/2024;Lampu mati;Dishub;Sudah;WA",
        "NO;TANGGAL;ADUAN;DINAS;TINDAK LANJUT;;JAWABAN, ;;;;TANGGAL;OLEH;, 1;05/01/2024;Lampu mati;Dishub;06/01/2024;Budi;Sudah"
    })
    void readsAHeadingOfTwoRows(String above, String below, String row) {
        var read = read("REKAP\n" + above + "\n" + below + "\n" + row);

        assertThat(read.words()).containsExactly("Lampu mati");
        var complaint = read.complaints().getFirst();
        assertThat(complaint.receivedAt()).isEqualTo("2024-01-04T17:00:00Z");
        assertThat(complaint.handling().answer()).isEqualTo("Sudah");
        assertThat(complaint.handling().answeredAt()).isEqualTo("2024-01-05T17:00:00Z");
        assertThat(read.findings()).noneMatch(finding -> finding.contains("DINAS") || finding.contains("TANGGAL"));
    }

    @Test
    void takesNoComplaintForAPartOfTheHeading() {
        var read = read("TANGGAL;ADUAN;JAWABAN;\n;Lampu mati;;\n05/01/2024;Sampah;;\n");

        assertThat(read.words()).containsExactly("Sampah");
        assertThat(read.findings()).contains("2 TANGGAL: Kosong.");
    }

    @Test
    void tellsOfAColumnThatIsNamedAgain() {
        assertThat(read("TANGGAL;ADUAN;tanggal;Catatan;Catatan;ADUAN (lanjutan)\n05/01/2024;Lampu;06/01/2024;a;b;mati")
                        .findings())
                .startsWith(
                        "1 tanggal: Judul kolom ini ada lebih dari sekali; hanya yang pertama dibaca.",
                        "1 ADUAN (lanjutan): Judul kolom ini ada lebih dari sekali; hanya yang pertama dibaca.");
    }

    @Test
    void takesNoDayThatMayBeAMonth() {
        var monthFirst = "TANGGAL;ADUAN\n3/2/2024;Lampu\n3/31/2024;Sampah\n5 Mar 2024;Air";

        var read = read(monthFirst);
        assertThat(read.words()).containsExactly("Air");
        assertThat(read.findings())
                .filteredOn(finding -> finding.contains("TANGGAL"))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding).contains("bulan tampaknya mendahului tanggal"));
        assertThat(read(monthFirst + "\n31/3/2024;Jalan").words())
                .as("one of them a slip of the pen")
                .containsExactly("Lampu", "Air", "Jalan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5/10/2026 9.10",
                "05/10/26 09:10 AM",
                "5 Okt 2026 09.10",
                "2026-10-05 09:10:00",
                "46300.381944444444"
            })
    void readsTheTimesOfOurBookAsSpreadsheetsWriteThem(String written) {
        var book = RecordBookFixture.book(
                Separator.SEMICOLON,
                new RecordBookFixture.Entry("SKA-2026-000001").with(BookHeading.RECEIVED, written));

        assertThat(read(book).complaints().getFirst().receivedAt()).isEqualTo("2026-10-05T02:10:00Z");
    }

    @Property(tries = 50)
    void takesNoNumberWhoseDigitsAreLost(@ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long number) {
        assertThat(readWorkbook(number).complaints()).hasSize(1);
        for (var lost : new Object[] {number * 1000.0 + 1e15, "%.5E".formatted(number * 1.0)}) {
            var read = readWorkbook(lost);
            assertThat(read.complaints()).as(lost.toString()).isEmpty();
            assertThat(read.findings())
                    .containsExactly(
                            "2 Tracking ID: Digitnya hilang karena tersimpan sebagai bilangan; ubah kolomnya menjadi"
                                    + " Teks, isi lagi, lalu kirim.");
        }
    }

    private static Read readWorkbook(Object number) {
        List<Object> cells = new ArrayList<>(new Sp4n("").cells());
        cells.set(0, number);
        return read(PastFixture.workbook(Map.of("A", List.of(List.copyOf(PastFixture.SP4N), cells))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsWhatExcelCallsUnicodeText(String encoding) {
        var text = "\uFEFF" + SHEET.replace(';', '\t').replace("mati", "“mati” – café");
        var file = text.getBytes(Charset.forName(encoding));

        assertThat(read(file).words()).containsExactly("Lampu “mati” – café");
        assertThat(read(PastFixture.gzip(file)).words()).containsExactly("Lampu “mati” – café");
    }

    @Property(tries = 50)
    void namesTheRowWhoseQuotesAreWrong(
            @ForAll @IntRange(max = 50) int above, @ForAll @IntRange(min = 1, max = 50) int below) {
        var rows = IntStream.rangeClosed(1, above + below)
                .mapToObj(row -> row == above + 1
                        ? "1;05/01/2024;\"Kata \"guru\" begitu\""
                        : "1;05/01/2024;\"Aduan\n" + row + '"')
                .collect(Collectors.joining("\n"));

        assertThatThrownBy(() -> read("NO;TANGGAL;ADUAN\n" + rows))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("Baris " + (above + 2) + " rusak atau terpotong: tanda kutip");
    }

    @ParameterizedTest
    @CsvSource({
        "LOCKED, kata sandi, \u00D0\u00CF\u0011\u00E0....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0.",
        "BEFORE_2007, .xls, \u00D0\u00CF\u0011\u00E0....W\0o\0r\0k\0b\0o\0o\0k",
        "OPEN_DOCUMENT, .ods, PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "DOCUMENT, dokumen, PK\u0003\u0004....word/document.xml",
        "PDF, PDF, %PDF-1.7 ........",
        "WEB_PAGE, halaman web, ' <table><tr><td>TANGGAL</td><td>ADUAN</td></tr></table>'",
        "WEB_PAGE, halaman web, '\u00EF\u00BB\u00BF<!DOCTYPE html><html>'",
        "WEB_PAGE, halaman web, '<?xml version=\"1.0\"?><Workbook/>'",
        "OTHER, bukan CSV, 'GIF89a\u0001...'"
    })
    void saysWhatToDoWithAFileOfAnotherMake(Stranger stranger, String word, String bytes) {
        var file = bytes.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(FileKind.of(file)).isNull();
        assertThat(Stranger.of(file)).isEqualTo(stranger);
        assertThat(FileKind.of(PastFixture.gzip(file)))
                .as("as the page sends it")
                .isNull();
        assertThat(Stranger.of(PastFixture.gzip(file))).isEqualTo(stranger);
        assertThatThrownBy(() -> read(file)).isInstanceOf(Unreadable.class).hasMessageContaining(word);
    }

    @Test
    void takesNoTableForAStranger() {
        for (var file : List.of(
                SHEET.getBytes(StandardCharsets.UTF_8),
                "<b>Aduan</b>;TANGGAL\n".getBytes(StandardCharsets.UTF_8),
                PastFixture.workbook(Map.of("A", List.of(List.of("word/document.txt")))))) {
            assertThat(Stranger.of(file)).isEqualTo(Stranger.OTHER);
            assertThat(FileKind.of(file)).isNotNull();
        }
    }

    private static Read read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Read read(byte[] file) {
        var batches = new ArrayList<Batch>();
        PastReading.read(rows -> Spreadsheet.read(file, rows), READERS, batches::add);
        return new Read(batches);
    }

    private record Read(List<Batch> batches) {
        List<PastComplaint> complaints() {
            return batches.stream()
                    .flatMap(batch -> batch.complaints().stream())
                    .toList();
        }

        List<String> words() {
            return complaints().stream()
                    .flatMap(complaint -> Stream.ofNullable(complaint.words().text()))
                    .toList();
        }

        /** As "row column: reason". */
        List<String> findings() {
            return batches.stream()
                    .flatMap(batch -> batch.told().stream())
                    .map(told -> told.finding())
                    .map(finding -> finding.row().number() + " " + finding.column() + ": " + finding.reason())
                    .toList();
        }
    }
}
