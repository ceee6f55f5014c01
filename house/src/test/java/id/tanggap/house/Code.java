package id.tanggap.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Java of the project as the JDK's own compiler parses it: trees without types, which is enough to count and to find. */
public final class Code {

    private static final List<JavaFile> ALL =
            parse(Checkout.files(".java").stream().map(Code::source).toList());

    private Code() {}

    /** All files, those of tests included. */
    public static List<JavaFile> all() {
        return ALL;
    }

    /** What is delivered. */
    public static List<JavaFile> main() {
        return ALL.stream().filter(JavaFile::isMain).toList();
    }

    /** A file that is not in the project, for trying out what is asked of those that are. */
    public static JavaFile imagined(String path, String text) {
        return parse(List.of(new Source(path, text))).getFirst();
    }

    /** All types by their simple names and with the types around them, constants of enums as {@code Type.CONSTANT}. */
    public static Set<String> names(List<JavaFile> files) {
        var names = new HashSet<String>();
        files.forEach(file -> new Declarations(names).scan(file.tree(), null));
        return names;
    }

    /** The classes around a place in a file, such as {@code RoutingEvent.Dispatched}. */
    public static String around(TreePath place) {
        return String.join(
                ".",
                StreamSupport.stream(place.spliterator(), false)
                        .filter(ClassTree.class::isInstance)
                        .map(type -> ((ClassTree) type).getSimpleName().toString())
                        .filter(name -> !name.isEmpty())
                        .toList()
                        .reversed());
    }

    private static Source source(String path) {
        return new Source(path, Checkout.read(path));
    }

    private static List<JavaFile> parse(List<Source> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        var positions = Trees.instance(task).getSourcePositions();
        try {
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(tree -> new JavaFile(path(tree), tree, positions))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(CompilationUnitTree tree) {
        return tree.getSourceFile().toUri().getPath().substring(1);
    }

    /** A file's text, under its path from the project's root. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("checkout:///" + path), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Declarations extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Set<String> names;

        Declarations(Set<String> names) {
            this.names = names;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            names.add(type.getSimpleName().toString());
            names.add(around(getCurrentPath()));
            if (type.getKind() == Tree.Kind.ENUM) {
                type.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(member -> ((VariableTree) member).getName())
                        .forEach(constant -> names.add(around(getCurrentPath()) + "." + constant));
            }
            return super.visitClass(type, nothing);
        }
    }
}
