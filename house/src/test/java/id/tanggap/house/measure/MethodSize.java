package id.tanggap.house.measure;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import id.tanggap.house.JavaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a method is.
 *
 * <p><b>A statement</b> is what the compiler takes for one ({@link StatementTree}), the ones inside others, those in the
 * bodies of lambdas and each {@code case} of a switch included. None of their own are blocks, empty statements and
 * declarations of classes; nor variables that stand in no block: parameters, patterns, what a loop, a {@code catch} or a
 * {@code try} declares in its head. So a chain of calls is one statement however long it is, which is why lines are counted
 * beside them: from the first annotation to the last brace, without Javadoc.
 *
 * <p>Methods without a body are left out, and a method of a class within a method counts for itself alone.
 *
 * @param where the file, and the name that it has there
 */
record MethodSize(String where, int statements, int lines) {

    /** Of all methods and constructors of these files that have a body. */
    static Stream<MethodSize> of(JavaFile file) {
        var counting = new Counting(file);
        counting.scan(file.tree(), null);
        return counting.sizes.stream();
    }

    private static final class Counting extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final JavaFile file;
        private final List<MethodSize> sizes = new ArrayList<>();
        private int statements;

        Counting(JavaFile file) {
            this.file = file;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            int outside = statements;
            statements = 0;
            super.visitMethod(method, nothing);
            if (method.getBody() != null) {
                sizes.add(new MethodSize(file.path() + " " + method.getName(), statements, file.lines(method)));
            }
            statements = outside;
            return null;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
            if (tree instanceof StatementTree statement && counts(statement)) {
                statements++;
            }
            return super.scan(tree, nothing);
        }

        private boolean counts(StatementTree statement) {
            return switch (statement) {
                case BlockTree _, ClassTree _, EmptyStatementTree _ -> false;
                case VariableTree _ ->
                    getCurrentPath().getLeaf() instanceof BlockTree
                            || getCurrentPath().getLeaf() instanceof CaseTree;
                default -> true;
            };
        }
    }
}
