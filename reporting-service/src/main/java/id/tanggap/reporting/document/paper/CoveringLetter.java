package id.tanggap.reporting.document.paper;

import id.tanggap.governments.Government;
import id.tanggap.governments.Letterhead;
import id.tanggap.reporting.document.figure.Remark;
import id.tanggap.reporting.document.figure.Words;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;

/**
 * Surat pengantar: the letter with which the report of a recap is sent, as a DOCX to be edited. Number, date and names,
 * which no record tells, are left blank.
 */
public final class CoveringLetter {
    private static final String FONT = "Arial";
    private static final String LANGUAGE = "id-ID";
    private static final String BLANK = "……………………………";
    private static final String SHORT_BLANK = "………………";
    /** In points. */
    private static final int SIZE = 11;
    /** Lengths in twentieths of a point. */
    private static final int INDENT = 720;

    private static final int QUOTATION = 1_080;
    private static final int SIGNATURE = 4_700;
    private static final List<Integer> REFERENCE = List.of(1_200, 250, 4_450, 3_400);

    private final CompiledRecap recap;
    private final Government government;
    private final Letterhead letterhead;
    private final ZoneId zone;
    private final String month;
    private final XWPFDocument letter = new XWPFDocument();

    private CoveringLetter(CompiledRecap recap, Government government) {
        this.recap = recap;
        this.government = government;
        this.letterhead = government.letterhead();
        this.zone = government.calendar().zone();
        this.month = Words.month(recap.month());
    }

    public static void write(CompiledRecap recap, Government government, OutputStream out) throws IOException {
        var written = new CoveringLetter(recap, government);
        try (var letter = written.letter) {
            written.styles();
            written.page();
            written.head();
            written.reference();
            written.body();
            written.signature();
            letter.write(out);
        }
    }

    private void styles() {
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        var styles = letter.createStyles();
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage(LANGUAGE);
        var properties = letter.getProperties().getCoreProperties();
        properties.setTitle("Surat Pengantar Laporan Rekapitulasi Aduan Warga Bulan " + month);
        properties.setCreator(letterhead.office());
    }

    /** A4. */
    private void page() {
        var section = letter.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(1_000));
        margins.setBottom(BigInteger.valueOf(1_130));
        margins.setLeft(BigInteger.valueOf(1_420));
        margins.setRight(BigInteger.valueOf(1_180));
    }

    private void head() {
        centred(government.name().toUpperCase(Locale.ROOT), 13, false);
        centred(letterhead.office().toUpperCase(Locale.ROOT), 14, true);
        var last = centred(letterhead.address(), 9, false);
        if (!letterhead.contact().isEmpty()) {
            last = centred(String.join(", ", letterhead.contact()), 9, false);
        }
        last.setBorderBottom(Borders.THICK_THIN_SMALL_GAP);
        last.getCTP().getPPr().getPBdr().getBottom().setSz(BigInteger.valueOf(24));
        last.setSpacingAfter(240);
    }

    private XWPFParagraph centred(String text, int size, boolean bold) {
        var paragraph = letter.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(0);
        say(paragraph, text, size, bold);
        return paragraph;
    }

    private void reference() {
        var subject = "Laporan Rekapitulasi Aduan Warga Bulan %s%s"
                .formatted(month, recap.head().preliminary() ? " (sementara)" : "");
        table(List.of(
                List.of("Nomor", ":", BLANK, letterhead.place() + ", " + SHORT_BLANK),
                List.of("Sifat", ":", "Biasa", ""),
                List.of("Lampiran", ":", "1 (satu) berkas", ""),
                List.of("Hal", ":", subject, "")));
        line("").setSpacingAfter(60);
        line("Yth. " + letterhead.recipient());
        line("di " + letterhead.place()).setSpacingAfter(240);
    }

    private void table(List<List<String>> rows) {
        var table = letter.createTable(rows.size(), REFERENCE.size());
        table.setWidth(REFERENCE.stream().mapToInt(Integer::intValue).sum());
        table.removeBorders();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < REFERENCE.size(); column++) {
                var cell = table.getRow(row).getCell(column);
                cell.setWidth(REFERENCE.get(column).toString());
                fill(cell, rows.get(row).get(column));
            }
        }
    }

    private static void fill(XWPFTableCell cell, String text) {
        var paragraph = cell.getParagraphArray(0);
        paragraph.setSpacingAfter(20);
        say(paragraph, text, SIZE, false);
    }

    private void body() {
        var profile = government.sop().profile();
        paragraph(
                "Bersama ini kami sampaikan laporan rekapitulasi aduan warga bulan %s, versi %d, yang disusun berdasarkan SOP %s Nomor %s."
                        .formatted(month, recap.version(), profile.title(), profile.number()));
        if (recap.head().preliminary()) {
            paragraph("Laporan ini bersifat sementara karena bulan tersebut belum berakhir.");
        }
        figures();
        said(Remark.EVALUATION.paragraphs(recap, zone));
        said(Remark.DISPOSITION.paragraphs(recap, zone));
        paragraph("Keutuhan rekap dapat diperiksa dengan akar rekap %s.".formatted(Words.groups(recap.root())));
        paragraph("Demikian laporan ini kami sampaikan. Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.");
    }

    private void figures() {
        var totals = recap.head().figures().totals();
        if (totals.received() == 0) {
            paragraph("Selama bulan %s tidak ada aduan yang diterima.".formatted(month));
            return;
        }
        paragraph(
                "Selama bulan %s diterima %s aduan. Sampai dengan %s, %s aduan dijawab, %s belum dijawab, dan %s berakhir tanpa jawaban."
                        .formatted(
                                month,
                                Words.counted(totals.received()),
                                Words.moment(recap.head().asOf(), zone),
                                Words.counted(totals.answered()),
                                Words.counted(totals.open()),
                                Words.counted(totals.ended())));
        if (totals.imported() > 0) {
            paragraph("Dari aduan yang diterima, %s adalah data impor, yang ketepatan waktunya tidak dinilai."
                    .formatted(Words.counted(totals.imported())));
        }
        var promised = totals.answeredInTime() + totals.answeredLate();
        if (promised > 0) {
            paragraph("Dari %s jawaban dengan janji layanan, %s tepat waktu, atau %s, dan %s terlambat.%s"
                    .formatted(
                            Words.counted(promised),
                            Words.counted(totals.answeredInTime()),
                            Words.share(totals.answeredInTime(), promised),
                            Words.counted(totals.answeredLate()),
                            answerTime()));
        }
        var satisfaction = recap.head().figures().satisfaction();
        if (satisfaction != null) {
            paragraph("Indeks Kepuasan Masyarakat bulan ini %s menurut %s responden."
                    .formatted(Words.index(satisfaction), Words.counted(satisfaction.respondents())));
        }
    }

    private String answerTime() {
        var time = recap.head().figures().handling().answerTime();
        return time == null
                ? ""
                : " Setelah aduan diterima, separuh dari semua jawaban terbit %s."
                        .formatted(Words.within(time.median()));
    }

    private void said(List<String> paragraphs) {
        if (!paragraphs.isEmpty()) {
            paragraph(paragraphs.getFirst());
            paragraphs.stream().skip(1).forEach(text -> {
                var quotation = line(text);
                quotation.setIndentationLeft(QUOTATION);
                quotation.setSpacingAfter(100);
            });
        }
    }

    private void signature() {
        var head = "Kepala %s,".formatted(government.sop().profile().owner());
        for (var text : List.of("", head, "", "", "", BLANK, "NIP " + BLANK)) {
            var line = line(text);
            line.setIndentationLeft(SIGNATURE);
            line.setKeepNext(true);
        }
    }

    private void paragraph(String text) {
        var paragraph = line(text);
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(INDENT);
        paragraph.setSpacingAfter(140);
    }

    private XWPFParagraph line(String text) {
        var paragraph = letter.createParagraph();
        paragraph.setSpacingAfter(0);
        say(paragraph, text, SIZE, false);
        return paragraph;
    }

    private static void say(XWPFParagraph paragraph, String text, int size, boolean bold) {
        var run = paragraph.createRun();
        run.setFontSize(size);
        run.setBold(bold);
        run.setLang(LANGUAGE);
        run.setText(text);
    }
}
