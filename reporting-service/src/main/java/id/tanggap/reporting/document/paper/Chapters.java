package id.tanggap.reporting.document.paper;

import id.tanggap.governments.Government;
import id.tanggap.reporting.document.figure.Figure;
import id.tanggap.reporting.document.figure.FigureTable;
import id.tanggap.reporting.document.figure.RecapTables;
import id.tanggap.reporting.document.figure.Remark;
import id.tanggap.reporting.document.figure.Words;
import id.tanggap.reporting.document.paper.BarChart.Bar;
import id.tanggap.reporting.document.paper.Section.Table;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import id.tanggap.reporting.recap.figures.Figures;
import id.tanggap.reporting.recap.figures.Figures.Part;
import id.tanggap.reporting.rollup.Totals;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the report says, chapter by chapter. Names nobody who complained. */
final class Chapters {
    /** Lines of a chart; the rest is one line more. */
    private static final int BARS = 12;

    private final CompiledRecap recap;
    private final Government government;
    private final Figures figures;
    private final RecapTables tables;
    private final ZoneId zone;

    Chapters(CompiledRecap recap, Government government) {
        this.recap = recap;
        this.government = government;
        this.figures = recap.head().figures();
        this.tables = RecapTables.of(figures, government);
        this.zone = government.calendar().zone();
    }

    List<Section> all() {
        return Stream.of(
                        Stream.of(basis(), summary(), punctuality()),
                        tables.parts().stream()
                                .filter(table -> !table.rows().isEmpty())
                                .map(this::parts),
                        Stream.of(moves(), satisfaction(), open(), evaluation()))
                .<Section>flatMap(some -> some)
                .toList();
    }

    private Section basis() {
        var profile = government.sop().profile();
        var paragraphs = new ArrayList<String>();
        paragraphs.add("Laporan ini disusun berdasarkan SOP %s Nomor %s.".formatted(profile.title(), profile.number()));
        paragraphs.add("Dasar hukum: " + String.join("; ", profile.legalBasis()) + ".");
        return Section.of("Dasar", paragraphs);
    }

    private Section summary() {
        var months = List.of(
                recap.month(), recap.month().minusMonths(1), recap.month().minusYears(1));
        var headings = Stream.concat(Stream.of("Uraian"), months.stream().map(Words::month))
                .toList();
        var rows = tables.totals().stream().map(this::compared).toList();
        return Section.of(
                "Ringkasan",
                imported() == null ? List.of(inBrief()) : List.of(inBrief(), imported()),
                new Table("Perbandingan dengan bulan sebelumnya dan bulan yang sama tahun lalu", headings, 1, rows));
    }

    private String inBrief() {
        var totals = figures.totals();
        return "Selama bulan %s diterima %s aduan; %s dijawab (%s), %s belum dijawab, dan %s berakhir tanpa jawaban. %s"
                .formatted(
                        Words.month(recap.month()),
                        Words.number(totals.received()),
                        Words.number(totals.answered()),
                        Words.share(totals.answered(), totals.received()),
                        Words.number(totals.open()),
                        Words.number(totals.ended()),
                        "Dari yang dijawab dengan janji layanan, %s tepat waktu."
                                .formatted(Words.share(
                                        totals.answeredInTime(), totals.answeredInTime() + totals.answeredLate())));
    }

    /** Null when nothing of the month was taken over. */
    private @Nullable String imported() {
        var totals = figures.totals();
        return totals.imported() == 0
                ? null
                : "Data impor: %s dari %s aduan ditangani di luar sistem ini lalu dicatat di sini; ketepatan waktunya tidak dinilai."
                        .formatted(Words.number(totals.imported()), Words.number(totals.received()));
    }

    private List<String> compared(Figure<Part> figure) {
        var earlier = figures.earlier();
        return Stream.concat(
                        Stream.of(figure.name()),
                        Stream.of(figures.totals(), earlier.monthBefore(), earlier.yearBefore())
                                .map(totals -> print(figure, totals)))
                .toList();
    }

    private String print(Figure<Part> figure, @Nullable Totals totals) {
        return totals == null ? "–" : figure.print(Part.ofAll(totals), zone);
    }

    private Section punctuality() {
        var title = "Ketepatan waktu";
        var paragraphs = new ArrayList<>(answerTime());
        if (figures.handling().deadlines().isEmpty()) {
            paragraphs.add("Belum ada tenggat yang terpenuhi atau terlewat.");
            return Section.of(title, paragraphs);
        }
        var bars = figures.handling().deadlines().stream()
                .map(share -> new Bar(share.name(), share.kept(), share.missed()))
                .toList();
        var chart = BarChart.of(title, "Tepat waktu", "Terlewat", bars);
        var table = table("Waktu baku setiap langkah SOP, janji layanan, dan batas menurut hukum", tables.deadlines());
        return new Section(title, paragraphs, chart, List.of(table));
    }

    private List<String> answerTime() {
        var time = figures.handling().answerTime();
        return time == null
                ? List.of()
                : List.of("Setelah aduan diterima, separuh dari semua jawaban terbit %s, dan 90 %% terbit %s.%s"
                        .formatted(
                                Words.within(time.median()),
                                Words.within(time.p90()),
                                time.isByDay() ? " Dihitung dalam hari, sebab data impor tidak menyebut jam." : ""));
    }

    private Section parts(FigureTable<Part> parts) {
        var by = "menurut " + parts.name().toLowerCase(Locale.ROOT);
        var title = "M" + by.substring(1);
        var chart = parts.rows().size() < 2
                ? null
                : BarChart.of(title, "Dijawab", "Belum atau tidak dijawab", bars(parts.rows()));
        return new Section(title, List.of(), chart, List.of(table("Aduan " + by, parts)));
    }

    private static List<Bar> bars(List<Part> parts) {
        var bars = new ArrayList<Bar>();
        parts.stream().limit(BARS).forEach(part -> bars.add(bar(part.name(), List.of(part))));
        if (parts.size() > BARS) {
            var rest = parts.subList(BARS, parts.size());
            bars.add(bar(rest.size() + " lainnya", rest));
        }
        return bars;
    }

    private static Bar bar(String name, List<Part> parts) {
        var received =
                parts.stream().mapToLong(part -> part.totals().received()).sum();
        var answered =
                parts.stream().mapToLong(part -> part.totals().answered()).sum();
        return new Bar(name, answered, received - answered);
    }

    /** As Permen PANRB 14/2017 has it published. */
    private Section satisfaction() {
        var title = "Indeks Kepuasan Masyarakat";
        var said = figures.satisfaction();
        if (said == null) {
            return Section.of(title, List.of("Belum ada survei kepuasan yang diisi."));
        }
        var index =
                "Nilai IKM %s menurut %s responden, dari 25 sampai 100. Setiap unsur dinilai 1 sampai 4 dan berbobot sama."
                        .formatted(Words.index(said), Words.number(said.respondents()));
        return Section.of(
                title,
                List.of(index),
                table("Nilai rata-rata, nilai unsur (× 25), dan banyaknya penilaian", tables.satisfaction()));
    }

    private Section moves() {
        return tableOr(
                "Salah tujuan",
                tables.moves(),
                "Aduan yang didelegasikan ulang",
                "Tidak ada aduan yang didelegasikan ulang.");
    }

    private Section open() {
        return tableOr(
                "Aduan yang belum dijawab",
                tables.open(),
                "Menurut umur dan yang harus bertindak",
                "Semua aduan bulan ini sudah dijawab atau berakhir.");
    }

    private Section evaluation() {
        var paragraphs = new ArrayList<String>();
        if (recap.loops() > 0) {
            paragraphs.add("Rekap ini %s kali dikembalikan untuk disusun ulang sebelum versi ini."
                    .formatted(Words.number(recap.loops())));
        }
        paragraphs.addAll(saidOr(Remark.EVALUATION, "Belum ada evaluasi tertulis."));
        paragraphs.addAll(saidOr(Remark.DISPOSITION, "Belum ada disposisi."));
        return Section.of("Evaluasi dan disposisi", paragraphs);
    }

    private List<String> saidOr(Remark remark, String nothing) {
        var said = remark.paragraphs(recap, zone);
        return said.isEmpty() ? List.of(nothing) : said;
    }

    private Section tableOr(String title, FigureTable<?> table, String caption, String nothing) {
        return table.rows().isEmpty()
                ? Section.of(title, List.of(nothing))
                : Section.of(title, List.of(), table(caption, table));
    }

    private Table table(String caption, FigureTable<?> table) {
        return Table.of(caption, table, zone);
    }
}
