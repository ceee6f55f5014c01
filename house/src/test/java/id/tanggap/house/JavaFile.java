package id.tanggap.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One Java file.
 *
 * @param path from the project's root
 */
public record JavaFile(String path, CompilationUnitTree tree, SourcePositions positions) {

    public String module() {
        return path.substring(0, path.indexOf('/'));
    }

    public boolean isMain() {
        return path.startsWith(module() + "/src/main/java/");
    }

    /** Whether it is there for its package alone. */
    public boolean isPackageInfo() {
        return path.endsWith("/package-info.java");
    }

    public String packageName() {
        return String.valueOf(tree.getPackageName());
    }

    /** The name of the class that the file is named after. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }

    public boolean imports(String name) {
        return tree.getImports().stream()
                .anyMatch(line -> line.getQualifiedIdentifier().toString().equals(name));
    }

    /** How many lines a part of it takes, its first and its last included. */
    public int lines(Tree part) {
        return line(positions.getEndPosition(tree, part)) - line(positions.getStartPosition(tree, part)) + 1;
    }

    public String text() {
        try {
            return tree.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int line(long position) {
        return (int) tree.getLineMap().getLineNumber(position);
    }
}
