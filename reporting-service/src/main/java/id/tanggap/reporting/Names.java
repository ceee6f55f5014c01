package id.tanggap.reporting;

import id.tanggap.contracts.book.BookWords;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.governments.Government;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.sop.SopStep;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How people of a government call what the facts keep by its id. What its files do not know, such as an office that is no
 * more, or that another system told of, goes by the name that was told with it, and by its id only where none ever was.
 */
public record Names(Government government, Told told) {

    /** Names that were told, by id. */
    public record Told(Map<String, String> agencies, Map<String, String> categories, Map<String, String> areas) {
        private static final Told NONE = new Told(Map.of(), Map.of(), Map.of());

        public static Told ofAgencies(Map<String, String> agencies) {
            return new Told(agencies, Map.of(), Map.of());
        }
    }

    public Names(Government government) {
        this(government, Told.NONE);
    }

    /** @param label as it was told with this very complaint; null when it was not */
    public String agency(String id, @Nullable String label) {
        if (id.isEmpty()) {
            return "Belum diteruskan";
        }
        var agency = government.agency(id);
        return agency == null ? (label == null ? told.agencies().getOrDefault(id, id) : label) : agency.name();
    }

    public String category(String id) {
        if (id.isEmpty()) {
            return "Tanpa kategori";
        }
        var category = government.category(id);
        return category == null ? told.categories().getOrDefault(id, id) : category.name();
    }

    public String area(String code) {
        if (code.isEmpty()) {
            return "Lokasi tidak disebut";
        }
        Region region = government.region(code);
        return region == null ? told.areas().getOrDefault(code, code) : region.name();
    }

    public String rule(String id) {
        SopStep step = government.sop().step(id);
        if (step != null) {
            return step.activity();
        }
        return id.equals(government.sop().promise().id()) ? "Janji layanan" : ceiling(id);
    }

    private String ceiling(String id) {
        return government.sop().ceilings().stream()
                .filter(ceiling -> ceiling.clock().id().equals(id))
                .findFirst()
                .map(ceiling -> "Batas waktu: " + ceiling.basis())
                .orElse(id);
    }

    /** Where the rule stands among the others: the SOP's rows first, then what is promised, then the law. */
    public int order(String id) {
        var steps = government.sop().steps();
        for (int place = 0; place < steps.size(); place++) {
            if (steps.get(place).id().equals(id)) {
                return place;
            }
        }
        return id.equals(government.sop().promise().id()) ? steps.size() : steps.size() + 1;
    }

    @Nullable
    public Integer row(String id) {
        SopStep step = government.sop().step(id);
        return step == null ? null : step.row();
    }

    public static String type(String type) {
        return BookWords.of(ComplaintType.valueOf(type));
    }

    /** @param source null for what was lodged here */
    public static String source(@Nullable String source) {
        return source == null ? "Tanggap" : BookWords.of(ImportSource.valueOf(source));
    }

    public static String channel(String channel) {
        return BookWords.of(Channel.valueOf(channel));
    }
}
