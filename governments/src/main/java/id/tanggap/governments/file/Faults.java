package id.tanggap.governments.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** What was found wrong while files were read, so that one look mends it all. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    private record Fault(String file, int line, String field, String text) {
        @Override
        public String toString() {
            return "%s:%d: %s: %s".formatted(file, line, field, text);
        }
    }

    void add(String file, Node place, String field, String wrong, String expected) {
        add(file, place.getStartMark().getLine() + 1, field, wrong, expected);
    }

    /** Of a whole file. */
    void add(String file, int line, String wrong, String expected) {
        add(file, line, "(file)", wrong, expected);
    }

    private void add(String file, int line, String field, String wrong, String expected) {
        found.add(new Fault(file, line, field, wrong + ", expected " + expected));
    }

    boolean any() {
        return !found.isEmpty();
    }

    void refuse() {
        if (any()) {
            throw new InvalidGovernment(found.stream()
                    .sorted(Comparator.comparing(Fault::file).thenComparing(Fault::line))
                    .map(Fault::toString)
                    .distinct()
                    .toList());
        }
    }
}
