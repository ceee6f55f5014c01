package id.tanggap.reporting.document.figure;

import static id.tanggap.reporting.document.figure.Figure.at;
import static id.tanggap.reporting.document.figure.Figure.counted;
import static id.tanggap.reporting.document.figure.Figure.said;
import static id.tanggap.reporting.document.figure.Figure.share;

import id.tanggap.governments.Government;
import id.tanggap.reporting.Names;
import id.tanggap.reporting.document.figure.Figure.Mean;
import id.tanggap.reporting.document.figure.Figure.Numbered;
import id.tanggap.reporting.document.figure.FigureTable.Ending;
import id.tanggap.reporting.recap.figures.Figures;
import id.tanggap.reporting.recap.figures.Figures.DeadlineShare;
import id.tanggap.reporting.recap.figures.Figures.Move;
import id.tanggap.reporting.recap.figures.Figures.OpenCases;
import id.tanggap.reporting.recap.figures.Figures.Part;
import id.tanggap.reporting.recap.figures.Satisfaction.Element;
import id.tanggap.reporting.rollup.Totals;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All tables of a recap, as report and workbook show them. */
public record RecapTables(Figures figures, Names names) {
    private static final Figure<Part> IN_TIME =
            total("Tepat waktu", Totals::answeredInTime).named("Dijawab tepat waktu");
    private static final Figure<Part> LATE =
            total("Terlambat", Totals::answeredLate).named("Dijawab terlambat");

    /** What is counted of the complaints of a month, and of each part of it. */
    public static final List<Figure<Part>> TOTALS = List.of(
            total("Masuk", Totals::received).named("Aduan masuk"),
            total("Dijawab", Totals::answered),
            IN_TIME,
            LATE,
            total("Tuntas", Totals::resolved).named("Tuntas di lapangan").inTheWorkbookAlone(),
            total("Ditutup", Totals::closed).named("Dijawab dan ditutup").inTheWorkbookAlone(),
            total("Belum dijawab", Totals::open).onPaper("Belum"),
            total("Lewat tenggat", Totals::overdue).named("Belum dijawab dan lewat tenggat"),
            total("Berakhir", Totals::ended).named("Berakhir tanpa jawaban"),
            total("Keberatan", Totals::objected).named("Dengan keberatan warga").inTheWorkbookAlone(),
            total("Data impor", Totals::imported).named("Di antaranya data impor"));

    /** Of a month into which nothing was taken over; to say of each figure that none was would be in the way. */
    private static final List<Figure<Part>> OWN_TOTALS = TOTALS.subList(0, TOTALS.size() - 1);

    private static final Figure<DeadlineShare> KEPT = counted("Tepat waktu", 15, DeadlineShare::kept);
    private static final Figure<DeadlineShare> MISSED = counted("Terlewat", 12, DeadlineShare::missed);
    private static final List<Figure<DeadlineShare>> DEADLINES = List.of(
            Figure.of("Baris SOP", 12, new Numbered<>(DeadlineShare::row)).onPaper("Langkah"),
            said("Kegiatan", 80, DeadlineShare::name),
            KEPT,
            MISSED,
            share("Ketepatan", 13, KEPT, MISSED));

    private static final List<Figure<Move>> MOVES = List.of(
            said("Dari", 46, Move::fromName),
            said("Ke", 46, Move::toName),
            said("Alasan", 34, move -> Words.misrouting(move.reason())),
            counted("Jumlah", 11, Move::count));

    private static final List<Figure<OpenCases>> OPEN = List.of(
            said("Umur", 24, open -> Words.age(open.days())),
            said("Menunggu", 30, open -> Words.position(open.owedBy())),
            said("Instansi", 46, OpenCases::agencyName),
            counted("Jumlah", 11, OpenCases::count));

    private static final List<Figure<Element>> MARKS = IntStream.rangeClosed(1, 4)
            .mapToObj(mark -> Figure.<Element>counted(
                            "Nilai " + mark, 10, element -> element.scores().get(mark - 1))
                    .onPaper(String.valueOf(mark)))
            .toList();
    private static final Figure<Element> MEAN = Figure.of("Rata-rata", 12, new Mean<>(MARKS, Element::mean));

    /** Told apart in the workbook, where one can sort by either. */
    private static final List<Figure<Element>> ELEMENT =
            List.of(said("Unsur", 8, Element::element), said("Nama unsur", 46, Element::name));

    private static final List<Figure<Element>> ELEMENT_ON_PAPER = List.of(
            said("Unsur", 8, element -> element.element() + " " + element.name()),
            MEAN,
            said("Nilai", 12, element -> Words.decimal(element.mean() * 25)));

    /** With all names that the figures were compiled with. */
    public static RecapTables of(Figures figures, Government government) {
        return new RecapTables(figures, new Names(government, figures.names()));
    }

    /** What is counted of this month. */
    public List<Figure<Part>> totals() {
        var earlier = figures.earlier();
        return Stream.of(figures.totals(), earlier.monthBefore(), earlier.yearBefore())
                        .anyMatch(totals -> totals != null && totals.imported() > 0)
                ? TOTALS
                : OWN_TOTALS;
    }

    /** Every one in the order of the workbook's sheets. */
    public List<FigureTable<?>> all() {
        return Stream.of(parts(), List.of(deadlines(), moves(), open(), satisfaction()))
                .<FigureTable<?>>flatMap(List::stream)
                .toList();
    }

    /** The month by what its complaints have in common. */
    public List<FigureTable<Part>> parts() {
        var parts = figures.parts();
        return List.of(
                parts("Instansi", parts.byAgency()),
                parts("Kategori", parts.byCategory()),
                parts("Klasifikasi", parts.byType()),
                parts("Kanal", parts.byChannel()),
                parts("Wilayah", parts.byArea()));
    }

    private FigureTable<Part> parts(String what, List<Part> parts) {
        var columns = Stream.of(
                        List.of(said(what, 46, Part::name)),
                        figures.totals().imported() > 0 ? TOTALS : OWN_TOTALS,
                        List.of(share("Ketepatan", 15, IN_TIME, LATE).inTheWorkbookAlone()))
                .flatMap(List::stream)
                .toList();
        return FigureTable.of(what, Ending.SUMS, parts, columns);
    }

    public FigureTable<DeadlineShare> deadlines() {
        return FigureTable.of("Tenggat", Ending.NOTHING, figures.handling().deadlines(), DEADLINES);
    }

    public FigureTable<Move> moves() {
        return FigureTable.of("Salah tujuan", Ending.SUMS, figures.handling().moves(), MOVES);
    }

    public FigureTable<OpenCases> open() {
        return FigureTable.of("Belum dijawab", Ending.SUMS, figures.handling().openByAge(), OPEN);
    }

    public FigureTable<Element> satisfaction() {
        var said = figures.satisfaction();
        return new FigureTable<>(
                "Kepuasan",
                Ending.INDEX,
                said == null ? List.of() : said.elements(),
                Stream.of(ELEMENT, MARKS, List.of(MEAN)).flatMap(List::stream).toList(),
                Stream.of(ELEMENT_ON_PAPER, MARKS).flatMap(List::stream).toList());
    }

    /** The complaints, whose rows come later; of what they say it tells no word. */
    public FigureTable<ListedComplaint> complaints() {
        return FigureTable.of(
                "Daftar aduan",
                Ending.NOTHING,
                List.of(),
                List.of(
                        counted("No", 8, ListedComplaint::no),
                        said("Nomor aduan", 20, ListedComplaint::number),
                        at("Diterima", ListedComplaint::receivedAt),
                        said("Kanal", 14, (ListedComplaint it) -> Names.channel(it.channel()))
                                .inTheWorkbookAlone(),
                        said("Asal", 14, (ListedComplaint it) -> Names.source(it.source()))
                                .inTheWorkbookAlone(),
                        said("Kategori", 30, this::category),
                        said("Instansi", 44, this::agency),
                        at("Diteruskan", ListedComplaint::dispatchedAt).inTheWorkbookAlone(),
                        counted("Pindah", 10, ListedComplaint::moves).inTheWorkbookAlone(),
                        at("Tenggat", ListedComplaint::promiseDueAt).inTheWorkbookAlone(),
                        at("Dijawab", ListedComplaint::answeredAt),
                        said("Hasil", 16, ListedComplaint::outcome)));
    }

    private @Nullable String category(ListedComplaint complaint) {
        return complaint.category() == null ? null : names.category(complaint.category());
    }

    private @Nullable String agency(ListedComplaint complaint) {
        return complaint.agency() == null ? null : names.agency(complaint.agency(), complaint.agencyName());
    }

    private static Figure<Part> total(String heading, ToLongFunction<Totals> of) {
        return counted(heading, 15, part -> of.applyAsLong(part.totals()));
    }
}
