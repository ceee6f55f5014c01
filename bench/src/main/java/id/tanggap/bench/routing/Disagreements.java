package id.tanggap.bench.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Complaints that the service sent elsewhere than the officers did, for a person who reads them without knowing who said
 * what: a line for each with its text and both agencies, and beside it a file that tells which of them the service chose.
 * They are words of citizens; the files are for that person and for nowhere else.
 */
final class Disagreements {
    private static final int MOST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Disagreements() {}

    /** @return how many were written */
    static int write(Path file, List<Answered> answers) throws IOException {
        var those = answers.stream()
                .filter(it -> it.isDispatched() && !it.isRight() && it.agency() != null)
                .sorted(Comparator.comparingLong(it -> it.decision().hash()))
                .limit(MOST)
                .toList();
        var questions = new ArrayList<String>();
        var key = new ArrayList<String>();
        for (var one : those) {
            var number = questions.size() + 1;
            questions.add(question(number, one));
            key.add(number + " " + (isFirst(one) ? "first" : "second"));
        }
        Files.write(file, questions);
        Files.write(file.resolveSibling(file.getFileName() + ".key"), key);
        return those.size();
    }

    private static String question(int number, Answered one) throws IOException {
        var service = Objects.requireNonNull(one.proposal().best()).agency();
        var officers = Objects.requireNonNull(one.agency());
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("number", number)
                .put("text", one.decision().example().text())
                .put("place", one.decision().example().place())
                .put("first", isFirst(one) ? service : officers)
                .put("second", isFirst(one) ? officers : service));
    }

    /** Whether the service's agency stands first: by chance, and the same each time. */
    private static boolean isFirst(Answered one) {
        return one.decision().hash() / 5 % 2 == 0;
    }
}
