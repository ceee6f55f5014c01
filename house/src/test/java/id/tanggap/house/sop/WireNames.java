package id.tanggap.house.sop;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreePathScanner;
import id.tanggap.house.Checkout;
import id.tanggap.house.Code;
import id.tanggap.house.JavaFile;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which record each wire name stands on. */
final class WireNames extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Map<String, String> records = new HashMap<>();

    private WireNames() {}

    /** By wire name, the record with its package and the interface around it. */
    static Map<String, String> in(Stream<JavaFile> contracts) {
        var names = new WireNames();
        contracts.forEach(file -> names.scan(file.tree(), null));
        return names.records;
    }

    /** Who writes it, as {@code docs/events.md} tells of its topic; that page is generated from the contracts. */
    static String writer(String wireName) {
        var page = Checkout.read("docs/events.md");
        var before = page.substring(0, Math.max(0, page.indexOf("\n### " + wireName + "\n")));
        var written = "\nWritten by ";
        int from = before.lastIndexOf(written);
        return from < 0 ? "" : before.substring(from + written.length()).split(";")[0];
    }

    /** Without its package, such as {@code RoutingEvent.Dispatched}. */
    static String withinItsFile(String type) {
        return type.replaceFirst("^[a-z.]+\\.(?=[A-Z])", "");
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
        if (annotation.getAnnotationType().toString().equals("WireName")
                && annotation.getArguments().getFirst() instanceof LiteralTree name) {
            var around = getCurrentPath().getCompilationUnit().getPackageName();
            records.put(String.valueOf(name.getValue()), around + "." + Code.around(getCurrentPath()));
        }
        return super.visitAnnotation(annotation, nothing);
    }
}
