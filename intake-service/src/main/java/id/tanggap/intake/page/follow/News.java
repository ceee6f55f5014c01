package id.tanggap.intake.page.follow;

import id.tanggap.intake.tracking.Step;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a page says of what was done on the one before; in its address stands the name alone. */
enum News {
    REPLIED("Balasan Anda terkirim"),
    SUPPLEMENTED("Keterangan Anda terkirim"),
    OMBUDSMAN_AGREED("Persetujuan Anda diterima"),
    OBJECTED("Keberatan Anda diterima"),
    SURVEYED("Terima kasih, survei Anda diterima"),
    WITHDRAWN("Aduan Anda dicabut");

    private final String words;

    News(String words) {
        this.words = words;
    }

    static String of(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    /** Null for what is none. */
    static @Nullable String of(String name) {
        return Arrays.stream(values())
                .filter(news -> news.name().toLowerCase(Locale.ROOT).equals(name))
                .map(news -> news.words)
                .findFirst()
                .orElse(null);
    }
}
