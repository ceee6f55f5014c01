package id.tanggap.intake.past.owner;

import static java.util.stream.Collectors.toUnmodifiableSet;

import id.tanggap.governments.Government;
import id.tanggap.intake.past.file.SheetRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose a file seems to be, by its rows as they come. The first of these that a row says something by decides of it: its
 * number, the government that its offices name, its city, its district or village, an office that one government has alone.
 * The file is another's when more of its rows are elsewhere than here, or its title says so and no row speaks against it.
 */
public final class FileOwner {
    private static final Set<String> NUMBERS = Set.of("nomor aduan", "no aduan", "no. aduan");
    private static final Set<String> CITIES = Set.of("kota/kabupaten", "kabupaten/kota", "kabupaten", "kota");
    private static final Set<String> DISTRICTS = Set.of("kecamatan");
    private static final Set<String> VILLAGES = Set.of("kelurahan", "kelurahan/desa", "desa/kelurahan", "desa");
    private static final Set<String> OFFICES =
            Set.of("instansi terdisposisi", "instansi", "dinas", "opd", "perangkat daerah");
    private static final Set<String> GOVERNMENTS = Set.of(
            "instansi induk",
            "instansi terdisposisi",
            "instansi",
            "dinas",
            "opd",
            "perangkat daerah",
            "sumber laporan");
    private static final Set<String> ALL = Stream.of(NUMBERS, CITIES, DISTRICTS, VILLAGES, GOVERNMENTS)
            .flatMap(Set::stream)
            .collect(toUnmodifiableSet());

    private static final int LONGEST = 200;
    private static final int LONGEST_HEADING = 40;
    /** A table has more columns; a row with fewer is none of its heading. */
    private static final int FEWEST_COLUMNS = 3;

    /** @param sure whether it is more than what an office is called */
    private record Kind(Set<String> columns, Function<String, @Nullable Clue> clue, boolean sure) {}

    /**
     * A file that is to be asked about.
     *
     * @param place whose it seems to be; null when it names several, or none
     * @param elsewhere rows that name an office or a place of others
     * @param ours rows that name an office or a place of the government
     * @param titled whether a title above a table names another government
     */
    public record Another(@Nullable String place, int elsewhere, int ours, boolean titled) {}

    private final Atlas atlas;
    private final List<Kind> kinds;
    private final Map<String, Integer> places = new HashMap<>();

    private @Nullable String sheet;
    private Map<Integer, String> columns = Map.of();
    private @Nullable Clue title;
    private int elsewhere;
    private int ours;
    private int surelyOurs;

    /** @param installed all governments, the own one among them */
    public FileOwner(Government own, Collection<Government> installed) {
        this.atlas = new Atlas(own, installed);
        this.kinds = List.of(
                new Kind(NUMBERS, atlas::number, true),
                new Kind(GOVERNMENTS, atlas::government, true),
                new Kind(CITIES, atlas::city, true),
                new Kind(DISTRICTS, atlas::district, true),
                new Kind(VILLAGES, atlas::village, true),
                new Kind(OFFICES, atlas::office, false));
    }

    /** The next row, from the first one on. */
    public void see(SheetRow row) {
        if (!Objects.equals(row.sheet(), sheet)) {
            sheet = row.sheet();
            columns = Map.of();
        }
        var heading = heading(row);
        if (!heading.isEmpty()) {
            columns = heading;
        } else if (columns.isEmpty()) {
            seeTitle(row);
        } else {
            seeRow(row);
        }
    }

    private static Map<Integer, String> heading(SheetRow row) {
        var found = new HashMap<Integer, String>();
        var cells = row.cells();
        for (int place = 0; place < cells.size(); place++) {
            var cell = cells.get(place);
            var name = cell.length() > LONGEST_HEADING ? "" : cell.strip().toLowerCase(Locale.ROOT);
            if (ALL.contains(name)) {
                found.put(place, name);
            }
        }
        return cells.stream().filter(cell -> !cell.isBlank()).count() < FEWEST_COLUMNS ? Map.of() : found;
    }

    /** Ours, once it was named; another's otherwise. */
    private void seeTitle(SheetRow row) {
        row.cells().stream()
                .filter(cell -> cell.length() <= LONGEST)
                .map(atlas::government)
                .flatMap(Stream::ofNullable)
                .filter(clue -> title == null || clue.ours())
                .forEach(clue -> title = clue);
    }

    private void seeRow(SheetRow row) {
        for (var kind : kinds) {
            var clue = clue(row, kind);
            if (clue.isPresent()) {
                count(clue.get(), kind.sure());
                return;
            }
        }
    }

    /** One that is ours outweighs the others of its kind. */
    private Optional<Clue> clue(SheetRow row, Kind kind) {
        return columns.entrySet().stream()
                .filter(column -> kind.columns().contains(column.getValue()))
                .filter(column -> column.getKey() < row.cells().size())
                .map(column -> row.cells().get(column.getKey()))
                .filter(cell -> !cell.isBlank() && cell.length() <= LONGEST)
                .flatMap(cell -> Stream.ofNullable(kind.clue().apply(cell)))
                .reduce((one, other) -> other.ours() ? other : one);
    }

    private void count(Clue clue, boolean sure) {
        if (clue.ours()) {
            ours++;
            surelyOurs += sure ? 1 : 0;
        } else {
            elsewhere++;
            if (clue.place() != null) {
                places.merge(clue.place(), 1, Integer::sum);
            }
        }
    }

    /** Null when it seems to be the government's own, or says nothing of it. */
    public @Nullable Another another() {
        var titled = title != null && !title.ours();
        return elsewhere > ours || (titled && surelyOurs == 0) ? new Another(place(), elsewhere, ours, titled) : null;
    }

    private @Nullable String place() {
        return places.entrySet().stream()
                .filter(place -> 2 * place.getValue() > elsewhere)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(title == null ? null : title.place());
    }
}
