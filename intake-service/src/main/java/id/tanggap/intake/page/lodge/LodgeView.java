package id.tanggap.intake.page.lodge;

import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.file.content.Kind;
import id.tanggap.governments.Government;
import id.tanggap.governments.place.Boundary.Point;
import id.tanggap.governments.place.Region;
import id.tanggap.intake.attachment.ReceivedFile;
import id.tanggap.intake.attachment.Ticket;
import id.tanggap.intake.suggestion.Suggestions;
import id.tanggap.intake.suggestion.Suggestions.Option;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form on its page.
 *
 * @param id of what is kept; null when nothing is
 * @param files those that go with it, by their tickets
 * @param restored whether what stands in it was typed before
 * @param map on which a pin may be set
 * @param asked what the citizen may be asked about
 * @param photo what a photo says of the place; null when none says anything, or the place has a point already
 */
public record LodgeView(
        Government government,
        @Nullable UUID id,
        Draft draft,
        Map<String, ReceivedFile> files,
        List<Fault> faults,
        boolean restored,
        MapConfig map,
        Suggestions asked,
        @Nullable Suggestions photo) {
    /** Of a text that no complaint may have, the beginning is enough to ask about. */
    private static final int LONGEST = 5_000;

    static LodgeView of(
            Government government,
            @Nullable UUID id,
            Draft draft,
            Map<String, ReceivedFile> files,
            List<Fault> faults,
            boolean restored,
            MapConfig map) {
        return new LodgeView(
                government,
                id,
                draft,
                files,
                faults,
                restored,
                map,
                Suggestions.of(
                        government,
                        new Suggestions.Words(begun(draft.title()), begun(draft.text()), begun(draft.place())),
                        draft.point()),
                ofPhoto(government, draft));
    }

    private static String begun(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    private static @Nullable Suggestions ofPhoto(Government government, Draft draft) {
        var position = draft.photo();
        return position == null || draft.hasPoint()
                ? null
                : Suggestions.of(
                        government, new Suggestions.Words("", "", ""), new Point(position.lon(), position.lat()));
    }

    /** Whether there is anything to be seen on a map. */
    public boolean hasMap() {
        return government.boundaries() != null || map.tiles().isPresent();
    }

    public String tiles() {
        return map.tiles().orElse("");
    }

    /** Whose work is seen on the map. */
    public String attribution() {
        var boundaries = government.boundaries();
        return Stream.concat(
                        Stream.ofNullable(boundaries == null ? null : boundaries.source()),
                        map.tiles().isEmpty() ? Stream.of() : map.attribution().stream())
                .collect(Collectors.joining("; "));
    }

    public boolean isPicture(ReceivedFile file) {
        return Kind.valueOf(file.kind()).isPicture();
    }

    /** In the units of people, at least one. */
    public long kilobytes(ReceivedFile file) {
        return Math.max(1, Math.round(file.size() / 1000.0));
    }

    public boolean mayAddFiles() {
        return files.size() < Ticket.MOST;
    }

    /** Null when nothing is wrong with it. */
    public @Nullable String fault(String place) {
        return faults.stream()
                .filter(fault -> place.equals(fault.place()))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }

    public boolean opensDetails() {
        return Stream.of(draft.title(), draft.category(), draft.name(), draft.phone(), draft.email())
                        .anyMatch(typed -> !typed.isBlank())
                || Stream.of("title", "category", "name", "phone", "email").anyMatch(place -> fault(place) != null);
    }

    /** What the form says, chosen or not. */
    public Visibility visibility() {
        return draft.complaint(government.id()).effectiveVisibility();
    }

    public List<Visibility> visibilities() {
        return List.of(Visibility.values());
    }

    public String label(Visibility choice) {
        return Choice.of(choice).label;
    }

    /** Who sees what. */
    public String meaning(Visibility choice) {
        return Choice.of(choice).meaning;
    }

    public @Nullable String regionName() {
        Region region = government.region(draft.region());
        return region == null ? null : region.name();
    }

    public @Nullable String categoryName() {
        var category = government.category(draft.category());
        return category == null ? null : category.name();
    }

    /** What the citizen is asked about; empty once something is chosen. */
    public List<Option> regions() {
        return draft.region().isBlank() ? asked.regions() : List.of();
    }

    /** Likewise. */
    public List<Option> categories() {
        return draft.category().isBlank() ? asked.categories() : List.of();
    }

    public boolean isAsking() {
        return !regions().isEmpty() || !categories().isEmpty() || photo != null;
    }

    public boolean isPlaceless() {
        return Stream.of(draft.region(), draft.place(), draft.lat()).allMatch(String::isBlank);
    }

    public List<String> contacts() {
        return Stream.of(draft.name(), draft.phone(), draft.email())
                .filter(typed -> !typed.isBlank())
                .toList();
    }

    /** What is masked, as it is called in Indonesian within a sentence. */
    public List<String> kinds() {
        return Masked.kinds();
    }

    private enum Choice {
        OPEN(
                Visibility.PUBLIC,
                "Terbuka",
                "Isi aduan boleh ditampilkan kepada umum. Kontak Anda tidak pernah ditampilkan."),
        NAMELESS(
                Visibility.ANONYMOUS,
                "Anonim",
                "Isi aduan boleh ditampilkan, tetapi nama Anda disembunyikan, juga dari instansi yang menangani."),
        CLOSED(
                Visibility.SECRET,
                "Rahasia",
                "Tidak ada yang ditampilkan. Isi dan identitas hanya dibuka petugas yang berwenang. Pilih ini untuk dugaan pelanggaran oleh aparat.");

        private final Visibility visibility;
        private final String label;
        private final String meaning;

        Choice(Visibility visibility, String label, String meaning) {
            this.visibility = visibility;
            this.label = label;
            this.meaning = meaning;
        }

        private static Choice of(Visibility visibility) {
            return Stream.of(values())
                    .filter(choice -> choice.visibility == visibility)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
