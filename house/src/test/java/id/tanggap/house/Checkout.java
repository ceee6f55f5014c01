package id.tanggap.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files of the project, by their paths from its root; what a build left behind is none of them. */
public final class Checkout {

    public static final Path ROOT =
            Path.of(System.getProperty("tanggap.root", "..")).toAbsolutePath().normalize();

    private static final Set<String> LEFT_BEHIND = Set.of("target", "node_modules");
    private static final List<String> FILES = walk();

    private Checkout() {}

    /** Those whose path ends so, in order. */
    public static List<String> files(String ending) {
        return FILES.stream().filter(path -> path.endsWith(ending)).toList();
    }

    /** Whether a file or a folder is there. */
    public static boolean has(String path) {
        return Files.exists(ROOT.resolve(path));
    }

    public static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(String path, String text) {
        try {
            Files.writeString(ROOT.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> walk() {
        var found = new TreeSet<String>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isOurs(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(ROOT.relativize(file).toString());
                    return FileVisitResult.CONTINUE;
                }

                /** What goes away while we walk, as the data of a platform that runs in the checkout, was no file of ours. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found);
    }

    private static boolean isOurs(Path folder) {
        var name = folder.getFileName().toString();
        return folder.equals(ROOT) || !name.startsWith(".") && !LEFT_BEHIND.contains(name);
    }
}
