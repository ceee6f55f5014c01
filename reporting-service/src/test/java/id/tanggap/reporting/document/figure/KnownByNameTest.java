package id.tanggap.reporting.document.figure;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.reporting.document.figure.Figure.Said;
import id.tanggap.reporting.recap.figures.Figures;
import id.tanggap.reporting.recap.figures.Figures.Earlier;
import id.tanggap.reporting.recap.figures.Figures.Handling;
import id.tanggap.reporting.recap.figures.Figures.Part;
import id.tanggap.reporting.recap.figures.Figures.Parts;
import id.tanggap.reporting.rollup.Totals;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What the government's files do not know is called in every table and list as it was when it was counted. */
class KnownByNameTest {
    private static final Government SURAKARTA =
            Objects.requireNonNull(Governments.load(null).find("surakarta"));
    private static final Totals ONE = new Totals(1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1);

    /** Of something that is not installed. */
    private record Stranger(String id, String name) {
        Part counted() {
            return new Part(id, name, ONE);
        }
    }

    @Property(tries = 200)
    void neverShowsAnIdWhereANameWasTold(
            @ForAll("strangers") Stranger agency,
            @ForAll("strangers") Stranger category,
            @ForAll("strangers") Stranger area,
            @ForAll boolean early) {
        var tables = RecapTables.of(figures(agency, category, area), SURAKARTA);
        var listed = listed(agency, category, early ? null : agency.name());

        assertThat(tables.complaints().line(listed, ZoneOffset.UTC))
                .contains(agency.name(), category.name())
                .doesNotContain(agency.id(), category.id());
        assertThat(tables.complaints().figures().stream()
                        .map(Figure::value)
                        .filter(Said.class::isInstance)
                        .map(said -> ((Said<ListedComplaint>) said).of().apply(listed)))
                .contains(agency.name(), category.name())
                .doesNotContain(agency.id(), category.id());
        assertThat(tables.parts().stream()
                        .flatMap(table -> table.lines(ZoneOffset.UTC).stream())
                        .flatMap(List::stream))
                .contains(agency.name(), category.name(), area.name())
                .doesNotContain(agency.id(), category.id(), area.id());
    }

    @Provide
    Arbitrary<Stranger> strangers() {
        var ids = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(3).ofMaxLength(60);
        var names = Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(3).ofMaxLength(60);
        return Combinators.combine(ids, names).as((id, name) -> new Stranger("asal-" + id, name));
    }

    /** @param agencyName null in entries from before they told it */
    private static ListedComplaint listed(Stranger agency, Stranger category, @Nullable String agencyName) {
        return new ListedComplaint(
                1,
                "SP4N-" + UUID.randomUUID(),
                Instant.EPOCH,
                "WEB",
                "SP4N",
                category.id(),
                agency.id(),
                agencyName,
                null,
                0,
                null,
                null,
                null,
                "OPEN");
    }

    private static Figures figures(Stranger agency, Stranger category, Stranger area) {
        return new Figures(
                ONE,
                new Parts(
                        List.of(agency.counted()),
                        List.of(category.counted()),
                        List.of(),
                        List.of(),
                        List.of(area.counted()),
                        List.of()),
                new Handling(List.of(), null, List.of(), List.of()),
                null,
                new Earlier(null, null));
    }
}
