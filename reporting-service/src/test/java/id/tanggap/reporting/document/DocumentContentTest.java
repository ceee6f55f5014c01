package id.tanggap.reporting.document;

import static id.tanggap.reporting.document.Papers.as;
import static id.tanggap.reporting.document.Papers.made;
import static id.tanggap.reporting.document.Papers.someStories;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.Told;
import id.tanggap.reporting.document.figure.Words;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.reporting.recap.Loop;
import id.tanggap.reporting.recap.compilation.CompiledRecaps;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import id.tanggap.testkit.SettableTime;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class DocumentContentTest {
    private static final Logger LOG = Logger.getLogger(DocumentContentTest.class);

    @Inject
    Feed feed;

    @Inject
    SettableTime time;

    @Inject
    Loop loop;

    @Inject
    DocumentPrinter printer;

    @Inject
    CompiledRecaps recaps;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
        time.set("2026-11-02T02:00:00Z");
    }

    @Test
    void isAnOfficialReport() throws IOException {
        compiledAndDisposed(40);

        try (var pdf = report("sedang")) {
            var text = text(pdf);
            assertThat(text)
                    .contains("PEMERINTAH KOTA SURAKARTA")
                    .contains("DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN")
                    .contains("Jalan Jenderal Sudirman Nomor 2")
                    .contains("Laman diskominfosp.surakarta.go.id")
                    .contains("LAPORAN REKAPITULASI ADUAN WARGA")
                    .contains("BULAN OKTOBER 2026")
                    .contains("Nomor: ……")
                    .contains("SP.03.01.CFM.03.SOP.BID_Egov/2")
                    .contains("diterima 40 aduan")
                    .contains("Dinas Pekerjaan Umum dan Penataan Ruang")
                    .contains("Nilai IKM 87,50 (mutu B, Baik) menurut 10 responden")
                    .contains("Jalan rusak mendominasi.")
                    .contains("Tindak lanjuti titik rawan.")
                    .contains("Kepala Dinas Komunikasi, Informatika, Statistik")
                    .contains("Halaman 1 dari " + pdf.getNumberOfPages())
                    .doesNotContain("Jalan di depan pasar berlubang");
            for (var group : recap().root().hex().split("(?<=\\G.{8})")) {
                assertThat(text).contains(group);
            }
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("id");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentInformation().getTitle())
                    .startsWith("Laporan Rekapitulasi Aduan Warga Oktober 2026");
        }
    }

    @Test
    void isAWorkbookThatAddsUp() throws IOException {
        compiledAndDisposed(40);

        try (var workbook = workbook("sedang")) {
            assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                    .containsExactly(
                            "Ringkasan",
                            "Instansi",
                            "Kategori",
                            "Klasifikasi",
                            "Kanal",
                            "Wilayah",
                            "Tenggat",
                            "Salah tujuan",
                            "Belum dijawab",
                            "Kepuasan",
                            "Evaluasi dan disposisi",
                            "Daftar aduan");
            var totals = recap().head().figures().totals();
            assertThat(column(workbook, "Ringkasan", 1))
                    .contains(
                            entry("Aduan masuk", 40.0),
                            entry("Dijawab", (double) totals.answered()),
                            entry("Belum dijawab", (double) totals.open()));
            assertThat(column(workbook, "Ringkasan", 2)).contains(entry("Dijawab", totals.answered() / 40.0));
            for (var sheet : List.of("Instansi", "Kategori", "Klasifikasi", "Kanal", "Wilayah")) {
                assertThat(column(workbook, sheet, 1)).contains(entry("Jumlah", 40.0));
                assertThat(column(workbook, sheet, 3)).contains(entry("Jumlah", (double) totals.answeredInTime()));
                assertThat(sum(workbook, sheet, 2).getCellFormula()).startsWith("SUM(C2:C");
                assertThat(workbook.getSheet(sheet).getPaneInformation().isFreezePane())
                        .isTrue();
            }
            assertThat(column(workbook, "Instansi", 11))
                    .contains(entry(
                            "Jumlah",
                            totals.answeredInTime() / (double) (totals.answeredInTime() + totals.answeredLate())));
            assertThat(column(workbook, "Belum dijawab", 3)).contains(entry("Jumlah", (double) totals.open()));
            assertThat(column(workbook, "Salah tujuan", 3)).contains(entry("Jumlah", 6.0));
            assertThat(words(workbook.getSheet("Tenggat"))).contains("Janji layanan", "Baris SOP");
            assertThat(words(workbook.getSheet("Evaluasi dan disposisi")))
                    .contains("Siti analyst", "Tindak lanjuti titik rawan.");
            assertThat(workbook.getSheet("Kepuasan").getRow(10).getCell(6).getCellFormula())
                    .isEqualTo("25*AVERAGE(G2:G10)");
            var complaints = workbook.getSheet("Daftar aduan");
            assertThat(complaints.getLastRowNum()).isEqualTo(40);
            assertThat(complaints.getRow(1).getCell(2).getLocalDateTimeCellValue())
                    .isEqualTo("2026-10-05T09:00");
            assertThat(words(complaints))
                    .contains("Dinas Pekerjaan Umum dan Penataan Ruang", "Tepat waktu")
                    .doesNotContain("Jalan di depan pasar berlubang");
        }
    }

    @Test
    void isALetterToBeEdited() throws IOException {
        compiledAndDisposed(40);
        var totals = recap().head().figures().totals();

        assertThat(letter("sedang"))
                .contains("PEMERINTAH KOTA SURAKARTA")
                .contains("DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN")
                .contains("Laman diskominfosp.surakarta.go.id")
                .contains("Indeks Kepuasan Masyarakat bulan ini 87,50 (mutu B, Baik) menurut 10 (sepuluh) responden")
                .contains("Surakarta, ……")
                .contains("Nomor", "Sifat", "Lampiran", "Hal")
                .contains("Laporan Rekapitulasi Aduan Warga Bulan Oktober 2026")
                .contains("Yth. Sekretaris Daerah Kota Surakarta")
                .contains("diterima 40 (empat puluh) aduan")
                .contains("%d (%s) belum dijawab".formatted(totals.open(), Words.spelled(totals.open())))
                .contains("Evaluasi oleh Siti analyst, 2 November 2026:")
                .contains("Jalan rusak mendominasi.")
                .contains("Tindak lanjuti titik rawan.")
                .contains(Words.groups(recap().root()))
                .contains("Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian Kota Surakarta,")
                .contains("NIP ……");
    }

    @Test
    void listsFifteenHundredComplaintsWithoutDelay() throws IOException {
        feed.take(someStories(1500));
        loop.look();
        report("banyak").close();
        var recap = recap();
        var listed = new ArrayList<Integer>();

        var began = System.nanoTime();
        var bytes = printer.print(DocumentKind.PDF, recap, listed::add);
        var millis = (System.nanoTime() - began) / 1_000_000;

        try (var pdf = Loader.loadPDF(bytes)) {
            LOG.infof(
                    "1,500 complaints: %d pages, %d kB in %d ms", pdf.getNumberOfPages(), bytes.length / 1024, millis);
            assertThat(pdf.getNumberOfPages()).isBetween(25, 90);
            assertThat(text(pdf)).contains("1.500");
            assertThat(millis).isLessThan(20_000);
        }
        assertThat(listed).containsExactly(500, 1_000, 1_500);
    }

    @Test
    void leavesAnAppendixThatNobodyWouldReadToTheWorkbook() throws IOException {
        var story = ComplaintStory.in("surakarta");
        feed.take(IntStream.rangeClosed(0, DocumentPrinter.LONGEST_APPENDIX)
                .mapToObj(_ -> story.another().received())
                .toList());
        loop.look();

        try (var pdf = report("sangat-banyak")) {
            assertThat(pdf.getNumberOfPages()).isLessThan(8);
            assertThat(text(pdf)).contains("memuat 2.001 aduan");
        }
        try (var workbook = workbook("sangat-banyak")) {
            assertThat(workbook.getSheet("Daftar aduan").getLastRowNum()).isEqualTo(2_001);
        }
    }

    @Test
    void saysSoWhenNothingCameIn() throws IOException {
        as("coordinator").post(Papers.RECAP + "/versions").then().statusCode(202);
        loop.look();

        try (var pdf = report("kosong")) {
            assertThat(text(pdf))
                    .contains("diterima 0 aduan")
                    .contains("Tidak ada aduan yang diterima pada bulan ini.");
        }
        assertThat(letter("kosong")).contains("Selama bulan Oktober 2026 tidak ada aduan yang diterima.");
        try (var workbook = workbook("kosong")) {
            assertThat(column(workbook, "Ringkasan", 1)).contains(entry("Aduan masuk", 0.0));
            assertThat(workbook.getSheet("Instansi").getLastRowNum()).isZero();
            assertThat(workbook.getSheet("Daftar aduan").getLastRowNum()).isZero();
        }
    }

    @Test
    void marksAMonthThatIsNotOver() throws IOException {
        time.set("2026-10-20T02:00:00Z");
        feed.take(someStories(5));
        as("coordinator").post(Papers.RECAP + "/versions").then().statusCode(202);
        loop.look();

        try (var pdf = report("sementara")) {
            assertThat(text(pdf)).contains("SEMENTARA: bulan ini belum berakhir.");
        }
        try (var workbook = workbook("sementara")) {
            assertThat(words(workbook.getSheet("Ringkasan"))).contains("SEMENTARA");
        }
        assertThat(letter("sementara")).contains("Oktober 2026 (sementara)", "bersifat sementara");
    }

    @Test
    void saysNoWordOfASecretComplaint() throws IOException {
        feed.take(ComplaintStory.in("surakarta")
                .seenAs(Visibility.SECRET)
                .saying("Pungutan liar", "Petugas meminta uang.", "Petugas sudah diperiksa.")
                .answered(Duration.ofHours(2)));
        loop.look();

        try (var pdf = report("rahasia");
                var workbook = workbook("rahasia")) {
            var sheets = new StringBuilder();
            workbook.forEach(sheet -> sheets.append(words((XSSFSheet) sheet)));
            assertThat(sheets).contains("SKA-");
            for (var text : List.of(text(pdf), sheets.toString(), letter("rahasia"))) {
                assertThat(text).doesNotContain("Pungutan", "meminta uang", "sudah diperiksa", "Jl. Pasar");
            }
        }
    }

    @Test
    void keepsWordsThatLookLikeAFormulaWords() throws IOException {
        feed.take(someStories(1));
        loop.look();
        Papers.evaluate("=HYPERLINK(\"https://jahat.example\")");

        try (var workbook = workbook("rumus")) {
            var cell = workbook.getSheet("Evaluasi dan disposisi").getRow(1).getCell(3);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=HYPERLINK(\"https://jahat.example\")");
        }
        try (var pdf = report("rumus")) {
            assertThat(text(pdf)).contains("=HYPERLINK");
        }
        assertThat(letter("rumus")).contains("=HYPERLINK");
    }

    @Test
    void callsOfficesThatAreNotInstalledByTheirNames() throws IOException {
        var past = ComplaintStory.in("surakarta").about("jalan-rusak", Channel.WEB, "asal-dinas-tata-kota");
        feed.take(List.of(
                past.imported(ImportedState.OPEN, null, "Dinas Tata Kota (lama)"),
                past.another().imported(ImportedState.ENDED, null, "Dinas Tata Kota (lama)")));
        var moved = past.another().about("jalan-rusak", Channel.WEB, "kantor-pasar");
        feed.take(List.of(moved.received(), moved.dispatched(), moved.redelegated("dlh", 1)));
        loop.look();

        try (var pdf = report("tidak-terpasang");
                var workbook = workbook("tidak-terpasang")) {
            var sheets = new StringBuilder();
            workbook.forEach(sheet -> sheets.append(words((XSSFSheet) sheet)));
            for (var text : List.of(text(pdf).replace("\n", " "), sheets.toString())) {
                assertThat(text)
                        .contains("Dinas Tata Kota (lama)", "Dinas kantor-pasar")
                        .doesNotContain("asal-");
                assertThat(text.replace("Dinas kantor-pasar", "")).doesNotContain("kantor-pasar");
            }
            assertThat(words(workbook.getSheet("Daftar aduan"))).contains("SP4N-LAPOR!", "Tanggap");
        }
    }

    @Test
    void tellsInDaysWhatIsKnownByTheDayAloneAndThatItIsImported() throws IOException {
        var midnight = ComplaintStory.in("surakarta").receivedAt("2026-10-05T00:00:00+07:00");
        feed.take(ComplaintStory.in("surakarta").answered(Duration.ofHours(5)));
        feed.take(List.of(
                midnight.imported(ImportedState.ANSWERED, midnight.receivedAt()),
                answeredAfter(midnight.another(), 3),
                answeredAfter(midnight.another(), 3)));
        loop.look();

        try (var pdf = report("hari");
                var workbook = workbook("hari")) {
            assertThat(text(pdf).replace("\n", " "))
                    .contains("Data impor: 3 dari 4 aduan")
                    .contains(
                            "separuh dari semua jawaban terbit pada hari yang sama, dan 90 % terbit paling lama 3 hari.")
                    .contains("Dihitung dalam hari")
                    .contains("Di antaranya data impor 3")
                    .doesNotContain("menit");
            assertThat(words(workbook.getSheet("Ringkasan")))
                    .contains("Waktu jawab, median\nhari yang sama\n", "Waktu jawab, 90 %\n3 hari\n");
            assertThat(column(workbook, "Ringkasan", 1)).contains(entry("Di antaranya data impor", 3.0));
            assertThat(words(workbook.getSheet("Instansi"))).contains("Data impor");
        }
        assertThat(letter("hari")).contains("3 (tiga) adalah data impor", "terbit pada hari yang sama.");
    }

    private static Told answeredAfter(ComplaintStory story, int days) {
        return story.imported(ImportedState.ANSWERED, story.receivedAt().plus(Duration.ofDays(days)));
    }

    private void compiledAndDisposed(int complaints) {
        feed.take(someStories(complaints));
        loop.look();
        Papers.evaluate("Jalan rusak mendominasi.\nPerlu koordinasi DPUPR.");
        Papers.decideAndDispose("Tindak lanjuti titik rawan.");
    }

    private static PDDocument report(String name) throws IOException {
        return Loader.loadPDF(made(DocumentKind.PDF, name));
    }

    private static XSSFWorkbook workbook(String name) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(made(DocumentKind.XLSX, name)));
    }

    private static String letter(String name) throws IOException {
        try (var letter =
                new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(made(DocumentKind.DOCX, name))))) {
            return letter.getText();
        }
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static String words(XSSFSheet sheet) {
        var words = new StringBuilder();
        var format = new DataFormatter();
        sheet.forEach(row ->
                row.forEach(cell -> words.append(format.formatCellValue(cell)).append('\n')));
        return words.toString();
    }

    /** The numbers of a column by what stands first in their row, reckoned as a spreadsheet does. */
    private static Map<String, Double> column(XSSFWorkbook workbook, String sheet, int column) {
        var reckoning = workbook.getCreationHelper().createFormulaEvaluator();
        var numbers = new HashMap<String, Double>();
        for (var row : workbook.getSheet(sheet)) {
            var value = reckoning.evaluate(row.getCell(column));
            if (value != null && value.getCellType() == CellType.NUMERIC) {
                numbers.put(row.getCell(0).getStringCellValue(), value.getNumberValue());
            }
        }
        return numbers;
    }

    private static Cell sum(XSSFWorkbook workbook, String sheet, int column) {
        var rows = workbook.getSheet(sheet);
        return rows.getRow(rows.getLastRowNum()).getCell(column);
    }

    private CompiledRecap recap() {
        return Objects.requireNonNull(
                recaps.find("surakarta", YearMonth.of(2026, 10), 1).await().indefinitely());
    }
}
