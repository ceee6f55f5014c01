package id.tanggap.house.sop;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberReferenceTree.ReferenceMode;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import id.tanggap.house.Code;
import id.tanggap.house.JavaFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of the contracts come to be. Whoever makes an event's record has decided that it happened, so the
 * deciding code needs no mark that could lie: it is the method that says {@code new}, {@code ::new} or, where the record has
 * a factory, {@code of}, in the service that writes the event's topic; others only take up what they have heard. The tests are those of the same package that name the
 * event.
 */
final class Deeds {

    private final List<JavaFile> files;
    private final UnaryOperator<String> writer;
    private final Map<String, String> records;
    private final Map<String, List<Deed>> found = new HashMap<>();

    /** A method that makes the record, and the file it stands in. */
    record Deed(JavaFile file, String method) {}

    /** @param writer the service that writes an event of this name */
    Deeds(List<JavaFile> files, UnaryOperator<String> writer) {
        this.files = files;
        this.writer = writer;
        this.records = WireNames.in(
                files.stream().filter(file -> file.isMain() && file.module().equals("contracts")));
    }

    /** Who decides that the event of this name happens. */
    List<Deed> of(String wireName) {
        return found.computeIfAbsent(wireName, this::find);
    }

    private List<Deed> find(String wireName) {
        var type = records.get(wireName);
        var service = writer.apply(wireName);
        return type == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.isMain() && file.module().equals(service))
                        .flatMap(file -> makers(file, type).stream().map(name -> new Deed(file, name)))
                        .toList();
    }

    /** The tests beside the deed that name its event, the deciding class's own first. */
    List<JavaFile> testsOf(Deed deed, String wireName) {
        var own = deed.file().name() + "Test";
        return files.stream()
                .filter(file -> !file.isMain() && file.name().endsWith("Test"))
                .filter(file -> file.module().equals(deed.file().module()))
                .filter(file -> file.packageName().equals(deed.file().packageName()))
                .filter(file -> names(file, wireName))
                .sorted(Comparator.comparing((JavaFile file) -> !file.name().equals(own))
                        .thenComparing(JavaFile::name))
                .toList();
    }

    private boolean names(JavaFile file, String wireName) {
        var type = records.getOrDefault(wireName, "");
        return file.imports(type)
                || file.text().contains("new " + WireNames.withinItsFile(type) + "(")
                || file.text().contains("\"" + wireName + "\"");
    }

    private static Set<String> makers(JavaFile file, String type) {
        var makers = new Makers(file, type);
        makers.scan(file.tree(), null);
        return makers.found;
    }

    private static final class Makers extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final JavaFile file;
        private final String type;
        private final Set<String> found = new LinkedHashSet<>();

        Makers(JavaFile file, String type) {
            this.file = file;
            this.type = type;
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
            note(made.getIdentifier());
            return super.visitNewClass(made, nothing);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("of")) {
                note(select.getExpression());
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void nothing) {
            if (reference.getMode() == ReferenceMode.NEW) {
                note(reference.getQualifierExpression());
            }
            return super.visitMemberReference(reference, nothing);
        }

        private void note(Tree name) {
            if (isOurs(name.toString())) {
                found.add(place(getCurrentPath()));
            }
        }

        /** Whether what is called so here is the record: its imports say. */
        private boolean isOurs(String name) {
            return type.endsWith("." + name)
                    && file.imports(type.substring(0, type.length() - name.length()) + name.split("\\.")[0]);
        }
    }

    /** The class and the method around it, as a reader searches for them. */
    private static String place(TreePath path) {
        var type = Code.around(path);
        return StreamSupport.stream(path.spliterator(), false)
                .filter(MethodTree.class::isInstance)
                .map(method -> ((MethodTree) method).getName().toString())
                .filter(name -> !name.equals("<init>"))
                .findFirst()
                .map(name -> type + "." + name)
                .orElse(type);
    }
}
