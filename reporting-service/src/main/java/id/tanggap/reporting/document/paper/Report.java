package id.tanggap.reporting.document.paper;

import id.tanggap.governments.Government;
import id.tanggap.reporting.Names;
import id.tanggap.reporting.Printable;
import id.tanggap.reporting.document.figure.ListedComplaint;
import id.tanggap.reporting.document.figure.Words;
import id.tanggap.reporting.document.paper.BarChart.Bar;
import id.tanggap.reporting.document.paper.Section.Table;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import id.tanggap.reporting.recap.figures.Figures;
import id.tanggap.reporting.recap.figures.Figures.Part;
import id.tanggap.reporting.recap.loop.Deed;
import id.tanggap.reporting.rollup.Totals;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the printed report of a recap says, in the order in which it says it. Names nobody who complained. */
@TemplateData
public final class Report {
    /** Lines of a chart; the rest is one line more. */
    private static final int BARS = 12;

    private final CompiledRecap recap;
    private final Government government;
    private final Figures figures;
    private final Names names;
    private final ZoneId zone;

    public Report(CompiledRecap recap, Government government) {
        this.recap = recap;
        this.government = government;
        this.figures = recap.head().figures();
        this.names = new Names(government);
        this.zone = government.calendar().zone();
    }

    public String governmentName() {
        return government.name().toUpperCase(Locale.ROOT);
    }

    public String office() {
        return government.letterhead().office().toUpperCase(Locale.ROOT);
    }

    public String address() {
        return government.letterhead().address();
    }

    public String contact() {
        return String.join(", ", government.letterhead().contact());
    }

    public String owner() {
        return government.sop().profile().owner();
    }

    /** Where it is signed. */
    public String place() {
        return government.letterhead().place();
    }

    public String month() {
        return Words.month(recap.month());
    }

    public boolean preliminary() {
        return recap.head().preliminary();
    }

    public int version() {
        return recap.version();
    }

    public String asOf() {
        return Words.moment(recap.head().asOf(), zone);
    }

    public String root() {
        return Words.groups(recap.root());
    }

    public String qr(String publicUrl) {
        return QrCode.of(
                "%s/#bukti/%s/%s/%d/%s"
                        .formatted(
                                publicUrl,
                                recap.government(),
                                recap.month(),
                                recap.version(),
                                recap.root().hex()),
                "Kode QR: halaman untuk memeriksa rekap ini",
                110);
    }

    public List<Section> sections() {
        return Stream.of(
                        basis(),
                        summary(),
                        punctuality(),
                        parts("Menurut instansi", "Instansi", figures.byAgency()),
                        parts("Menurut kategori", "Kategori", figures.byCategory()),
                        parts("Menurut klasifikasi", "Klasifikasi", figures.byType()),
                        parts("Menurut kanal", "Kanal", figures.byChannel()),
                        parts("Menurut wilayah", "Wilayah", figures.byArea()),
                        moves(),
                        satisfaction(),
                        open(),
                        evaluation())
                .flatMap(Stream::ofNullable)
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
        var totals = figures.totals();
        var paragraphs = List.of(
                "Selama bulan %s diterima %s aduan; %s dijawab (%s), %s belum dijawab, dan %s berakhir tanpa jawaban. Dari yang dijawab dengan janji layanan, %s tepat waktu."
                        .formatted(
                                month(),
                                Words.number(totals.received()),
                                Words.number(totals.answered()),
                                Words.share(totals.answered(), totals.received()),
                                Words.number(totals.open()),
                                Words.number(totals.ended()),
                                Words.share(totals.answeredInTime(), totals.answeredInTime() + totals.answeredLate())));
        var rows = new ArrayList<List<String>>();
        row(rows, "Aduan masuk", Totals::received);
        row(rows, "Dijawab", Totals::answered);
        row(rows, "Dijawab tepat waktu", Totals::answeredInTime);
        row(rows, "Dijawab terlambat", Totals::answeredLate);
        row(rows, "Belum dijawab", Totals::open);
        row(rows, "Belum dijawab dan lewat tenggat", Totals::overdue);
        row(rows, "Berakhir tanpa jawaban", Totals::ended);
        row(rows, "Dengan keberatan warga", Totals::objected);
        var table = new Table(
                "Perbandingan dengan bulan sebelumnya dan bulan yang sama tahun lalu",
                List.of(
                        "Uraian",
                        month(),
                        Words.month(recap.month().minusMonths(1)),
                        Words.month(recap.month().minusYears(1))),
                1,
                rows);
        return new Section("Ringkasan", paragraphs, null, List.of(table));
    }

    private void row(List<List<String>> rows, String name, ToLongFunction<Totals> figure) {
        rows.add(Stream.of(figures.totals(), figures.monthBefore(), figures.yearBefore())
                .map(totals -> number(totals, figure))
                .collect(() -> new ArrayList<>(List.of(name)), ArrayList::add, ArrayList::addAll));
    }

    private static String number(@Nullable Totals totals, ToLongFunction<Totals> figure) {
        return totals == null ? "–" : Words.number(figure.applyAsLong(totals));
    }

    private Section punctuality() {
        var paragraphs = new ArrayList<String>();
        var time = figures.answerTime();
        if (time != null) {
            paragraphs.add(
                    "Separuh dari semua jawaban terbit paling lama %s setelah aduan diterima, dan 90 %% paling lama %s."
                            .formatted(
                                    Words.duration(Duration.ofSeconds(time.medianSeconds())),
                                    Words.duration(Duration.ofSeconds(time.p90Seconds()))));
        }
        if (figures.deadlines().isEmpty()) {
            paragraphs.add("Belum ada tenggat yang terpenuhi atau terlewat.");
            return Section.of("Ketepatan waktu", paragraphs);
        }
        var chart = BarChart.of(
                "Ketepatan waktu",
                "Tepat waktu",
                "Terlewat",
                figures.deadlines().stream()
                        .map(share -> new Bar(share.name(), share.kept(), share.missed()))
                        .toList());
        var rows = figures.deadlines().stream()
                .map(share -> List.of(
                        share.row() == null ? "–" : String.valueOf(share.row()),
                        share.name(),
                        Words.number(share.kept()),
                        Words.number(share.missed()),
                        Words.share(share.kept(), share.kept() + share.missed())))
                .toList();
        return new Section(
                "Ketepatan waktu",
                paragraphs,
                chart,
                List.of(new Table(
                        "Waktu baku setiap langkah SOP, janji layanan, dan batas menurut hukum",
                        List.of("Langkah", "Kegiatan", "Tepat waktu", "Terlewat", "Ketepatan"),
                        2,
                        rows)));
    }

    private @Nullable Section parts(String title, String what, List<Part> parts) {
        if (parts.isEmpty()) {
            return null;
        }
        var rows = parts.stream().map(part -> line(part.name(), part.totals())).toList();
        return new Section(
                title,
                List.of(),
                parts.size() < 2 ? null : BarChart.of(title, "Dijawab", "Belum atau tidak dijawab", bars(parts)),
                List.of(new Table(
                        "Aduan " + title.toLowerCase(Locale.ROOT),
                        List.of(
                                what,
                                "Masuk",
                                "Dijawab",
                                "Tepat waktu",
                                "Terlambat",
                                "Belum",
                                "Lewat tenggat",
                                "Berakhir"),
                        1,
                        rows)));
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

    private static List<String> line(String name, Totals totals) {
        return List.of(
                name,
                Words.number(totals.received()),
                Words.number(totals.answered()),
                Words.number(totals.answeredInTime()),
                Words.number(totals.answeredLate()),
                Words.number(totals.open()),
                Words.number(totals.overdue()),
                Words.number(totals.ended()));
    }

    /** As Permen PANRB 14/2017 has it published. */
    private Section satisfaction() {
        var said = figures.satisfaction();
        if (said == null) {
            return Section.of("Indeks Kepuasan Masyarakat", List.of("Belum ada survei kepuasan yang diisi."));
        }
        var rows = said.elements().stream()
                .map(element -> Stream.concat(
                                Stream.of(
                                        element.element() + " " + element.name(),
                                        Words.decimal(element.mean()),
                                        Words.decimal(element.mean() * 25)),
                                element.scores().stream().map(Words::number))
                        .toList())
                .toList();
        return new Section(
                "Indeks Kepuasan Masyarakat",
                List.of(
                        "Nilai IKM %s%s menurut %s responden, dari 25 sampai 100. Setiap unsur dinilai 1 sampai 4 dan berbobot sama."
                                .formatted(
                                        Words.decimal(said.index()),
                                        said.grade() == null
                                                ? ""
                                                : " (mutu %s, %s)".formatted(said.grade(), said.gradeName()),
                                        Words.number(said.respondents()))),
                null,
                List.of(new Table(
                        "Nilai rata-rata, nilai unsur (× 25), dan banyaknya penilaian",
                        List.of("Unsur", "Rata-rata", "Nilai", "1", "2", "3", "4"),
                        1,
                        rows)));
    }

    private Section moves() {
        if (figures.moves().isEmpty()) {
            return Section.of("Salah tujuan", List.of("Tidak ada aduan yang didelegasikan ulang."));
        }
        var rows = figures.moves().stream()
                .map(move -> List.of(
                        move.fromName(), move.toName(), Words.misrouting(move.reason()), Words.number(move.count())))
                .toList();
        return new Section(
                "Salah tujuan",
                List.of(),
                null,
                List.of(new Table(
                        "Aduan yang didelegasikan ulang", List.of("Dari", "Ke", "Alasan", "Jumlah"), 3, rows)));
    }

    private Section open() {
        if (figures.openByAge().isEmpty()) {
            return Section.of(
                    "Aduan yang belum dijawab", List.of("Semua aduan bulan ini sudah dijawab atau berakhir."));
        }
        var rows = figures.openByAge().stream()
                .map(open -> List.of(
                        Words.age(open.days()),
                        Words.position(open.owedBy()),
                        open.agencyName() == null ? "–" : open.agencyName(),
                        Words.number(open.count())))
                .toList();
        return new Section(
                "Aduan yang belum dijawab",
                List.of(),
                null,
                List.of(new Table(
                        "Menurut umur dan yang harus bertindak",
                        List.of("Umur", "Menunggu", "Instansi", "Jumlah"),
                        3,
                        rows)));
    }

    private Section evaluation() {
        var paragraphs = new ArrayList<String>();
        if (recap.loops() > 0) {
            paragraphs.add("Rekap ini %s kali dikembalikan untuk disusun ulang sebelum versi ini."
                    .formatted(Words.number(recap.loops())));
        }
        var evaluation = said("Evaluasi", recap.last(Deed.Kind.EVALUATION_WRITTEN), zone);
        paragraphs.addAll(evaluation.isEmpty() ? List.of("Belum ada evaluasi tertulis.") : evaluation);
        var disposition = said("Disposisi", recap.last(Deed.Kind.DISPOSED), zone);
        paragraphs.addAll(disposition.isEmpty() ? List.of("Belum ada disposisi.") : disposition);
        return Section.of("Evaluasi dan disposisi", paragraphs);
    }

    /** Who said it and when, then what was said, a paragraph each; empty when nothing was. */
    static List<String> said(String what, @Nullable Deed deed, ZoneId zone) {
        if (deed == null || deed.text() == null) {
            return List.of();
        }
        var by = deed.by() == null ? "" : " oleh " + deed.by().name();
        var paragraphs = new ArrayList<String>();
        paragraphs.add(Printable.of("%s%s, %s:".formatted(what, by, Words.day(deed.at(), zone))));
        Printable.of(deed.text()).lines().filter(line -> !line.isBlank()).forEach(paragraphs::add);
        return paragraphs;
    }

    /** One row of the appendix; of the complaint itself it says no word. */
    public List<String> line(ListedComplaint complaint) {
        return List.of(
                Words.number(complaint.no()),
                complaint.number(),
                Words.shortDay(complaint.receivedAt(), zone),
                complaint.category() == null ? "–" : names.category(complaint.category()),
                complaint.agency() == null ? "–" : names.agency(complaint.agency(), null),
                Words.shortDay(complaint.answeredAt(), zone),
                complaint.outcome());
    }
}
