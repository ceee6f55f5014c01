package id.tanggap.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.proof.Digest;
import id.tanggap.reporting.document.figure.Words;
import id.tanggap.reporting.document.paper.Report;
import id.tanggap.reporting.document.paper.Section.Table;
import id.tanggap.reporting.document.workbook.RecapWorkbook;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import id.tanggap.reporting.recap.compilation.Head;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reckons with the workbook reckons with what the report says. */
class ReportAndWorkbookTest {
    private static final Government SURAKARTA =
            Objects.requireNonNull(Governments.load(null).find("surakarta"));

    /** No number stands twice, so that no two columns can be taken for each other. */
    private static final String HEAD = """
            {"government": "surakarta", "governmentName": "Pemerintah Kota Surakarta", "month": "2026-10", "version": 1,
             "preliminary": false, "asOf": "2026-11-02T02:00:00Z", "complaints": 1500, "figures": {
              "totals": {"received": 1500, "answered": 1200, "answeredInTime": 900, "answeredLate": 260, "open": 250,
                         "overdue": 77, "ended": 50, "objected": 9},
              "byAgency": [
                {"key": "dpupr", "name": "Dinas PU", "received": 1010, "answered": 820, "answeredInTime": 610,
                 "answeredLate": 165, "open": 172, "overdue": 51, "ended": 18, "objected": 5},
                {"key": null, "name": "Belum diteruskan", "received": 490, "answered": 380, "answeredInTime": 290,
                 "answeredLate": 85, "open": 78, "overdue": 26, "ended": 32, "objected": 4}],
              "byCategory": [], "byType": [], "byChannel": [], "byArea": [], "byDay": [],
              "deadlines": [
                {"rule": "receive", "name": "Menerima aduan", "row": 1, "kept": 1234, "missed": 5},
                {"rule": "promise", "name": "Janji layanan", "row": null, "kept": 0, "missed": 0}],
              "answerTime": {"medianSeconds": 100000, "p90Seconds": 400000},
              "moves": [{"from": "dlh", "fromName": "DLH", "to": "dpupr", "toName": "DPUPR", "reason": "OTHER_AREA",
                         "count": 1006}],
              "openByAge": [
                {"owedBy": "AGENCY_ADMIN", "agency": "dlh", "agencyName": "DLH", "days": 60, "count": 3},
                {"owedBy": "COMPLAINANT", "agency": null, "agencyName": null, "days": 3, "count": 2003}],
              "satisfaction": {"respondents": 11, "index": 87.5, "grade": "B", "gradeName": "Baik", "elements": [
                {"element": "U1", "name": "Persyaratan", "mean": 3.55, "scores": [0, 1, 3, 7]},
                {"element": "U2", "name": "Biaya", "mean": 2.82, "scores": [2, 3, 1, 5]}]},
              "monthBefore": {"received": 1400, "answered": 1100, "answeredInTime": 800, "answeredLate": 240,
                              "open": 249, "overdue": 70, "ended": 51, "objected": 8},
              "yearBefore": null}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Perbandingan dengan bulan sebelumnya dan bulan yang sama tahun lalu | Ringkasan | \
              Uraian, Oktober 2026, September 2026, Oktober 2025 | \
              Uraian, Oktober 2026, September 2026, Oktober 2025
            Aduan menurut instansi | Instansi | \
              Instansi, Masuk, Dijawab, Tepat waktu, Terlambat, Belum, Lewat tenggat, Berakhir | \
              Instansi, Masuk, Dijawab, Tepat waktu, Terlambat, Belum dijawab, Lewat tenggat, Berakhir
            Waktu baku setiap langkah SOP, janji layanan, dan batas menurut hukum | Tenggat | \
              Langkah, Kegiatan, Tepat waktu, Terlewat, Ketepatan | \
              Baris SOP, Kegiatan, Tepat waktu, Terlewat, Ketepatan
            Aduan yang didelegasikan ulang | Salah tujuan | Dari, Ke, Alasan, Jumlah | Dari, Ke, Alasan, Jumlah
            Menurut umur dan yang harus bertindak | Belum dijawab | \
              Umur, Menunggu, Instansi, Jumlah | Umur, Menunggu, Instansi, Jumlah
            Nilai rata-rata, nilai unsur (× 25), dan banyaknya penilaian | Kepuasan | \
              Rata-rata, 1, 2, 3, 4 | Rata-rata, Nilai 1, Nilai 2, Nilai 3, Nilai 4
            """)
    void showTheSameFigures(String caption, String sheet, String printed, String kept) throws IOException {
        var recap = recap();
        var table = table(recap, caption);

        try (var workbook = workbook(recap)) {
            var paper = columns(table, List.of(printed.split(", ")));
            var cells = columns(
                    workbook.getSheet(sheet),
                    List.of(kept.split(", ")),
                    table.rows().size());

            assertThat(paper).isNotEmpty().isEqualTo(cells);
        }
    }

    private static Table table(CompiledRecap recap, String caption) {
        return new Report(recap, SURAKARTA)
                .sections().stream()
                        .flatMap(section -> section.tables().stream())
                        .filter(table -> table.caption().equals(caption))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<List<String>> columns(Table table, List<String> headings) {
        return headings.stream()
                .map(heading -> {
                    var column = table.columns().indexOf(heading);
                    return table.rows().stream().map(row -> row.get(column)).toList();
                })
                .toList();
    }

    private static List<List<String>> columns(Sheet sheet, List<String> headings, int rows) {
        var top = StreamSupport.stream(sheet.spliterator(), false)
                .filter(row -> told(row.getCell(0)).equals(headings.getFirst()) || row.getRowNum() == 0)
                .reduce((_, last) -> last)
                .orElseThrow();
        return headings.stream()
                .map(heading -> column(sheet, top, heading, rows))
                .toList();
    }

    private static List<String> column(Sheet sheet, Row top, String heading, int rows) {
        var column = StreamSupport.stream(top.spliterator(), false)
                .filter(cell -> told(cell).equals(heading))
                .findFirst()
                .orElseThrow()
                .getColumnIndex();
        var told = new ArrayList<String>();
        for (int row = 1; row <= rows; row++) {
            told.add(told(sheet.getRow(top.getRowNum() + row).getCell(column)));
        }
        return told;
    }

    /** As the report would say it. */
    private static String told(@Nullable Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "–";
        }
        var reckoned = cell.getSheet()
                .getWorkbook()
                .getCreationHelper()
                .createFormulaEvaluator()
                .evaluate(cell);
        if (reckoned.getCellType() == CellType.STRING) {
            return reckoned.getStringValue();
        }
        return switch (cell.getCellStyle().getDataFormatString()) {
            case "0.0%" -> Words.share(Math.round(reckoned.getNumberValue() * 1_000_000), 1_000_000);
            case "0.00" -> Words.decimal(reckoned.getNumberValue());
            default -> Words.number((long) reckoned.getNumberValue());
        };
    }

    private static XSSFWorkbook workbook(CompiledRecap recap) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new RecapWorkbook(bytes, recap, SURAKARTA).close();
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static CompiledRecap recap() throws JsonProcessingException {
        var head = new ObjectMapper().findAndRegisterModules().readValue(HEAD, Head.class);
        var month = YearMonth.parse(head.month());
        return new CompiledRecap(
                new UUID(0, 1), head.government(), month, head.version(), 0, head, Digest.of(new byte[32]), List.of());
    }
}
