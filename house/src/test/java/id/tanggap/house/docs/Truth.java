package id.tanggap.house.docs;

import id.tanggap.house.Checkout;
import id.tanggap.house.Code;
import id.tanggap.house.JavaFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a page may say: the names that exist, and the places there are. */
final class Truth {

    /** A type, perhaps with the folder before it or a member behind it. */
    private static final Pattern TYPE =
            Pattern.compile("@?(?:[a-z-]+/)*([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:[.#]\\w+)*(?:\\(.*\\))?");

    private static final Pattern SOURCE_FILE = Pattern.compile("[A-Za-z][\\w-]*\\.(?:java|tsx?|mjs|css|sql)");
    private static final Pattern LINE = Pattern.compile("L(\\d+)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    /** Words of standards that are written like a type. */
    private static final Set<String> STANDARDS = Set.of("ETag", "Polygon", "MultiPolygon");

    private static final Set<String> TYPES = types();
    private static final Set<String> FILE_NAMES = Checkout.files("").stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .collect(Collectors.toUnmodifiableSet());

    private Truth() {}

    /** What the page names and is not there, each with why. */
    static List<String> untrueNames(Page page) {
        return page.code().stream()
                .filter(code -> !exists(code))
                .map(code -> "%s names `%s`, which does not exist".formatted(page.path(), code))
                .toList();
    }

    /** The links that lead nowhere. */
    static List<String> deadLinks(Page page) {
        return page.links().stream()
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .filter(link -> !leadsSomewhere(page, link))
                .map(link -> "%s links to %s, which is not there".formatted(page.path(), link))
                .toList();
    }

    /** The decisions that nobody wrote down. */
    static List<String> unwrittenDecisions(Page page) {
        return page.decisions().stream()
                .filter(number -> Checkout.files(".md").stream()
                        .noneMatch(path -> path.startsWith("docs/adr/%04d-".formatted(number))))
                .map(number -> "%s refers to ADR %d, which is not written".formatted(page.path(), number))
                .toList();
    }

    private static boolean exists(String code) {
        if (SOURCE_FILE.matcher(code).matches()) {
            return FILE_NAMES.contains(code);
        }
        var type = TYPE.matcher(code);
        return !type.matches() || TYPES.contains(type.group(1));
    }

    private static boolean leadsSomewhere(Page page, String link) {
        if (link.startsWith("#")) {
            return page.anchors().contains(link.substring(1));
        }
        var parts = link.split("#", 2);
        var target = target(page, parts[0]);
        return target != null && Checkout.has(target) && (parts.length == 1 || holds(target, parts[1]));
    }

    /** Null when it leads out of the project. */
    private static @Nullable String target(Page page, String link) {
        var target = Checkout.ROOT.resolve(page.path()).resolveSibling(link).normalize();
        return target.startsWith(Checkout.ROOT)
                ? Checkout.ROOT.relativize(target).toString()
                : null;
    }

    private static boolean holds(String target, String anchor) {
        if (target.endsWith(".md")) {
            return new Page(target, Checkout.read(target)).anchors().contains(anchor);
        }
        var line = LINE.matcher(anchor);
        return line.matches()
                && Integer.parseInt(line.group(1))
                        <= Checkout.read(target).lines().count();
    }

    /** Ours, and those of others that our code imports. */
    private static Set<String> types() {
        var types = new HashSet<>(Code.names(Code.all()));
        types.addAll(STANDARDS);
        Code.all().forEach(file -> types.addAll(imported(file)));
        return types;
    }

    private static List<String> imported(JavaFile file) {
        return file.tree().getImports().stream()
                .flatMap(
                        line -> List.of(line.getQualifiedIdentifier().toString().split("\\.")).stream())
                .toList();
    }
}
