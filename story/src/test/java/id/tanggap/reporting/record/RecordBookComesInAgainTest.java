package id.tanggap.reporting.record;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.contracts.book.BookCsv.Separator;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.agency.Agency;
import id.tanggap.intake.past.file.Spreadsheet;
import id.tanggap.intake.past.mapping.Remembered;
import id.tanggap.intake.past.reading.Batch;
import id.tanggap.intake.past.reading.PastReading;
import id.tanggap.intake.past.reading.Readers;
import id.tanggap.intake.past.told.PastComplaint;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Surroundings;
import id.tanggap.reporting.record.RecordRow.Dispatch;
import id.tanggap.reporting.record.RecordRow.Head;
import id.tanggap.reporting.record.RecordRow.Kind;
import id.tanggap.reporting.record.RecordRow.Matter;
import id.tanggap.reporting.record.RecordRow.Origin;
import id.tanggap.reporting.record.RecordRow.Outcome;
import id.tanggap.reporting.record.RecordRow.Place;
import id.tanggap.reporting.record.RecordRow.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What reporting writes, intake reads: every value that an imported complaint has, as it was. */
class RecordBookComesInAgainTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Government SURAKARTA =
            requireNonNull(Governments.load(null).find("surakarta"));

    /** What stands in a complaint that was taken over. */
    record Told(
            ImportSource source,
            String number,
            @Nullable Channel channel,
            @Nullable ComplaintType type,
            @Nullable Visibility visibility,
            @Nullable String text,
            @Nullable String category,
            @Nullable String area,
            @Nullable String agency,
            Instant receivedAt,
            @Nullable ImportedState state,
            @Nullable Instant answeredAt,
            @Nullable String answer) {

        static Told of(RecordRow row) {
            var visibility = row.matter().kind().visibility();
            var number = row.head().number();
            return new Told(
                    number.startsWith("SP4N-") ? ImportSource.SP4N : ImportSource.RECORD_BOOK,
                    number,
                    row.matter().kind().channel(),
                    row.matter().kind().type(),
                    visibility,
                    visibility.open(row.matter().text()),
                    row.matter().kind().category(),
                    row.matter().place().area(),
                    row.dispatch().agency(),
                    row.head().receivedAt().truncatedTo(ChronoUnit.MINUTES),
                    ImportedState.valueOf(row.outcome().state()),
                    Optional.ofNullable(row.outcome().answeredAt())
                            .map(time -> time.truncatedTo(ChronoUnit.MINUTES))
                            .orElse(null),
                    visibility.open(row.outcome().answer()));
        }

        static Told of(PastComplaint complaint) {
            var agency = complaint.subject().agency();
            return new Told(
                    complaint.origin().source(),
                    complaint.origin().number(),
                    complaint.origin().channel(),
                    complaint.kind().type(),
                    complaint.kind().visibility(),
                    complaint.words().text(),
                    complaint.subject().category(),
                    complaint.subject().regionCode(),
                    agency == null ? null : agency.id(),
                    complaint.receivedAt(),
                    complaint.handling().state(),
                    complaint.handling().answeredAt(),
                    complaint.handling().answer());
        }
    }

    @Property
    void asACsv(@ForAll("books") List<RecordRow> book, @ForAll Separator separator) {
        assertThat(told(read(csv(Audience.INTERNAL, separator, book), Set.of())))
                .isEqualTo(told(book));
    }

    @Property(tries = 100)
    void asAWorkbook(@ForAll("books") List<RecordRow> book) {
        assertThat(told(read(workbook(Audience.INTERNAL, book), Set.of()))).isEqualTo(told(book));
    }

    /** Those that have fewer columns. */
    @Property(tries = 100)
    void withTheSecrecyThatEveryFileTells(@ForAll("books") List<RecordRow> book) {
        for (var audience : List.of(Audience.AGENCY, Audience.RECAP)) {
            for (var file : List.of(csv(audience, Separator.SEMICOLON, book), workbook(audience, book))) {
                assertThat(read(file, Set.of()).stream().flatMap(batch -> batch.complaints().stream()))
                        .extracting(Told::of)
                        .extracting(Told::number, Told::visibility, Told::text, Told::receivedAt, Told::answer)
                        .containsExactlyElementsOf(told(book).stream()
                                .map(told -> tuple(
                                        told.number(),
                                        told.visibility(),
                                        told.text(),
                                        told.receivedAt(),
                                        told.answer()))
                                .toList());
            }
        }
    }

    @Property(tries = 100)
    void bringsNothingNewWhereItCameFrom(@ForAll("books") List<RecordRow> book, @ForAll Separator separator) {
        var numbers = book.stream().map(row -> row.head().number()).collect(Collectors.toSet());
        for (var audience : List.of(Audience.INTERNAL, Audience.AGENCY, Audience.RECAP)) {
            for (var file : List.of(csv(audience, separator, book), workbook(audience, book))) {
                assertThat(read(file, numbers)).allSatisfy(batch -> {
                    assertThat(batch.complaints()).isEmpty();
                    assertThat(batch.told()).isEmpty();
                    assertThat(batch.count().repeated() + batch.count().empty())
                            .isEqualTo(batch.count().rows());
                });
            }
        }
    }

    /** Villages and districts that are called alike are told apart. */
    @Example
    void knowsEveryAreaAgain() {
        for (var government : Governments.load(null).all()) {
            var codes = government.districts().stream()
                    .flatMap(district -> Stream.concat(
                            Stream.of(district.code()),
                            district.villages().stream().map(village -> village.code())));
            assertThat(codes)
                    .allSatisfy(
                            code -> assertThat(requireNonNull(government.regionLabelled(government.regionLabel(code)))
                                            .code())
                                    .isEqualTo(code));
        }
    }

    private static List<Told> told(List<RecordRow> book) {
        return book.stream().map(Told::of).toList();
    }

    private static List<Told> told(Iterable<Batch> read) {
        var told = new ArrayList<Told>();
        read.forEach(batch -> batch.complaints().forEach(complaint -> told.add(Told.of(complaint))));
        return told;
    }

    private static List<Batch> read(byte[] file, Set<String> known) {
        var batches = new ArrayList<Batch>();
        var readers = new Readers(
                SURAKARTA,
                TODAY,
                false,
                new Seal(new ObjectMapper(), Base64.getEncoder().encodeToString(new byte[32])),
                Remembered.NOTHING,
                Masking.in(Surroundings.UNKNOWN),
                asked -> asked.stream().filter(known::contains).collect(Collectors.toSet()));
        PastReading.read(rows -> Spreadsheet.read(file, rows), readers, batches::add);
        return batches;
    }

    private static byte[] csv(Audience audience, Separator separator, List<RecordRow> book) {
        return new RecordCsv(SURAKARTA, audience, separator).headerAndLines(book);
    }

    private static byte[] workbook(Audience audience, List<RecordRow> book) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new RecordWorkbook(out, SURAKARTA, audience)) {
            workbook.add(book);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    @Provide
    Arbitrary<List<RecordRow>> books() {
        return rows().list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(rows -> IntStream.range(0, rows.size())
                        .mapToObj(place -> numbered(rows.get(place), place + 1))
                        .toList());
    }

    private static RecordRow numbered(RecordRow row, int no) {
        var number = (no % 3 == 0 ? "SP4N-" : "SKA-") + "4F7K-%04d".formatted(no);
        return new RecordRow(
                new Head(no, UUID.randomUUID(), number, row.head().receivedAt()),
                row.matter(),
                row.dispatch(),
                row.outcome(),
                row.verdict(),
                row.origin(),
                null);
    }

    private static Arbitrary<RecordRow> rows() {
        return Combinators.combine(
                        matters(), agencies(), times(), Arbitraries.integers().between(0, 500_000), outcomes(), words())
                .as((matter, agency, receivedAt, minutes, state, answer) -> row(
                        matter,
                        agency,
                        receivedAt,
                        state == ImportedState.ANSWERED ? receivedAt.plus(Duration.ofMinutes(minutes)) : null,
                        state,
                        answer));
    }

    private static RecordRow row(
            Matter matter,
            @Nullable String agency,
            Instant receivedAt,
            @Nullable Instant answeredAt,
            ImportedState state,
            String answer) {
        var isOpen = matter.kind().visibility() != Visibility.SECRET;
        return new RecordRow(
                new Head(1, UUID.randomUUID(), "SKA-4F7K-92XM", receivedAt),
                isOpen
                        ? matter
                        : new Matter(matter.kind(), new Place(matter.place().area(), null), "(rahasia)"),
                new Dispatch(agency, null, answeredAt, 2),
                new Outcome(
                        answeredAt,
                        answeredAt,
                        answeredAt == null ? null : isOpen ? answer : "(rahasia)",
                        state.name(),
                        "LATE",
                        -4_711L),
                new Verdict(answeredAt, answeredAt, answeredAt, 62.5, isOpen ? answer : null),
                new Origin(null, "https://aduan.example/lacak/?nomor=SKA-4F7K-92XM"),
                null);
    }

    private static Arbitrary<Matter> matters() {
        var kinds = Combinators.combine(
                        Arbitraries.of(Channel.class),
                        Arbitraries.of(ComplaintType.class),
                        Arbitraries.of(Visibility.class),
                        Arbitraries.of(SURAKARTA.categories())
                                .map(category -> category.id())
                                .injectNull(0.2))
                .as(Kind::new);
        var places = Combinators.combine(
                        Arbitraries.of(SURAKARTA.districts().stream()
                                        .flatMap(district -> Stream.concat(
                                                Stream.of(district.code()),
                                                district.villages().stream().map(village -> village.code())))
                                        .toList())
                                .injectNull(0.2),
                        words().injectNull(0.2))
                .as(Place::new);
        return Combinators.combine(kinds, places, words()).as(Matter::new);
    }

    private static Arbitrary<@Nullable String> agencies() {
        return Arbitraries.of(SURAKARTA.agencies().stream().map(Agency::id).toList())
                .injectNull(0.2);
    }

    private static Arbitrary<ImportedState> outcomes() {
        return Arbitraries.of(ImportedState.class);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2000-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2026-11-29T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    /** As people type them, and as they are kept: lines end in one way, and something can be read in them. */
    private static Arbitrary<String> words() {
        return Arbitraries.of(
                        "=",
                        "+",
                        "-",
                        "@",
                        "＝",
                        "'",
                        "''",
                        "\"",
                        "\"\"",
                        ";",
                        ",",
                        "\t",
                        "|",
                        "\n",
                        "\n\n",
                        " ",
                        "  ",
                        "\u00A0",
                        "\u200D",
                        "🚧",
                        "👩‍🔧",
                        "é",
                        "<b>",
                        "&amp;",
                        "a < b",
                        "1,5",
                        "Rp50.000,-",
                        "05/01/2024",
                        "HYPERLINK(\"x\")",
                        "_x0041_",
                        "(rahasia)",
                        "\\",
                        "00123",
                        "1E9")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts) + "lampu")
                .flatMap(text -> Arbitraries.of(text, "lampu" + text));
    }
}
