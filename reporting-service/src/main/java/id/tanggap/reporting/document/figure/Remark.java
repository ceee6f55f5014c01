package id.tanggap.reporting.document.figure;

import id.tanggap.reporting.Printable;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import id.tanggap.reporting.recap.loop.Deed;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What officers write upon a recap, and documents repeat. */
public enum Remark {
    EVALUATION("Evaluasi", Deed.Kind.EVALUATION_WRITTEN),
    DISPOSITION("Disposisi", Deed.Kind.DISPOSED);

    private final String title;
    private final Deed.Kind kind;

    Remark(String title, Deed.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    public String title() {
        return title;
    }

    /** The last one on this version; null when there is none. */
    public @Nullable Deed on(CompiledRecap recap) {
        return recap.last(kind);
    }

    /** Who said it and when, then what was said, a paragraph each; empty when nothing was. */
    public List<String> paragraphs(CompiledRecap recap, ZoneId zone) {
        var deed = on(recap);
        if (deed == null || deed.text() == null) {
            return List.of();
        }
        var by = deed.by() == null ? "" : " oleh " + deed.by().name();
        var head = Printable.of("%s%s, %s:".formatted(title, by, Words.day(deed.at(), zone)));
        return Stream.concat(Stream.of(head), Printable.of(deed.text()).lines().filter(line -> !line.isBlank()))
                .toList();
    }
}
