package id.tanggap.reporting;

import id.tanggap.contracts.book.BookWords;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.governments.Government;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.sop.SopStep;
import org.jspecify.annotations.Nullable;

/** How people of a government call what the facts keep by its id. What its files no longer know goes by its id. */
public record Names(Government government) {

    public String agency(String id, @Nullable String label) {
        if (id.isEmpty()) {
            return "Belum diteruskan";
        }
        var agency = government.agency(id);
        return agency == null ? (label == null ? id : label) : agency.name();
    }

    public String category(String id) {
        if (id.isEmpty()) {
            return "Tanpa kategori";
        }
        var category = government.category(id);
        return category == null ? id : category.name();
    }

    public String area(String code) {
        if (code.isEmpty()) {
            return "Lokasi tidak disebut";
        }
        Region region = government.region(code);
        return region == null ? code : region.name();
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
