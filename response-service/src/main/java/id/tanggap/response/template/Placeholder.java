package id.tanggap.response.template;

import id.tanggap.governments.Government;
import id.tanggap.response.casefile.CaseFile;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a template may leave to the case, written in braces, such as {@code {nomor}}. */
enum Placeholder {
    NOMOR,
    INSTANSI,
    PEMERINTAH,
    TANGGAL_ADUAN,
    TENGGAT,
    KATEGORI,
    JUDUL,
    LOKASI;

    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Locale INDONESIAN = Locale.of("id", "ID");

    /** As it is written in a template. */
    String written() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    /** What stands in braces and is no placeholder, as it is written. */
    static List<String> unknownIn(String template) {
        return IN_BRACES
                .matcher(template)
                .results()
                .filter(found -> of(found.group(1)).isEmpty())
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    static String allWritten() {
        return Arrays.stream(values()).map(Placeholder::written).collect(Collectors.joining(", "));
    }

    /** The template as it reads for a case. */
    static String fill(String template, CaseFile file, Government government) {
        return IN_BRACES
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(of(found.group(1))
                        .map(placeholder -> placeholder.of(file, government))
                        .orElse(found.group())));
    }

    private String of(CaseFile file, Government government) {
        return switch (this) {
            case NOMOR -> file.head().number();
            case INSTANSI -> file.head().agencyName();
            case PEMERINTAH -> government.name();
            case TANGGAL_ADUAN -> day(file.complaint().receivedAt(), government);
            case TENGGAT -> dayOrNothing(file.work().deadlines().dueAt(), government);
            case KATEGORI -> categoryOf(file.complaint().kind().category(), government);
            case JUDUL -> Objects.requireNonNullElse(file.complaint().title(), "");
            case LOKASI -> Objects.requireNonNullElse(file.complaint().place().address(), "");
        };
    }

    private static Optional<Placeholder> of(String name) {
        return Arrays.stream(values())
                .filter(known -> known.written().equals("{" + name.strip() + "}"))
                .findFirst();
    }

    private static String dayOrNothing(@Nullable Instant at, Government government) {
        return at == null ? "" : day(at, government);
    }

    private static String day(Instant at, Government government) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", INDONESIAN)
                .format(at.atZone(government.calendar().zone()));
    }

    private static String categoryOf(@Nullable String id, Government government) {
        var category = id == null ? null : government.category(id);
        return category == null ? "" : category.name();
    }
}
