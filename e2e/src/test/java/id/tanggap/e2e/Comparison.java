package id.tanggap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an answer of today says otherwise than one of an earlier version. A field that came to it is no difference; one that
 * is gone or has another value is, unless it tells of the moment at which it was asked.
 */
final class Comparison {

    /** By the path to the field. */
    private static final Pattern OF_THE_MOMENT = Pattern.compile(String.join(
            "|",
            // Whether it is past the due date, which stands beside it and is compared.
            ".*/overdue",
            // The nearest clock that runs; it was the promise, whichever came first. That one stands beside it as
            // dueAt.
            ".*/nextDueAt",
            // A step of a recap that is still under way.
            ".*/steps/\\d+/late",
            // Who has read a file: asking is reading.
            ".*/lookers",
            // A picture that was kept as it came is made anew; UpgradeJourney looks at its pixels.
            ".*/evidence/\\d+/size",
            // How long cases that are open now have been so.
            ".*/openByAge/\\d+/days"));

    /** What was done stays; more is done in time. */
    private static final Pattern GROWING = Pattern.compile(".*/deeds");

    /** What somebody may do stays possible; more may be. */
    private static final Pattern GAINING = Pattern.compile(".*/open");

    /** Where a complaint is followed: the page of before leads on to the one of now. */
    private static final Pattern FOLLOWED_BEFORE = Pattern.compile("#lacak/(?=[A-Z]+-)");

    /** Views of a desk that today decides on. */
    private static final Set<String> VIEWS_OF_TODAY = Set.of("OVERDUE", "TODAY");

    private Comparison() {}

    static List<String> of(JsonNode then, JsonNode now) {
        return at("", then, now).toList();
    }

    private static Stream<String> at(String path, JsonNode then, JsonNode now) {
        if (OF_THE_MOMENT.matcher(path).matches()
                || VIEWS_OF_TODAY.contains(then.path("view").asText())) {
            return Stream.empty();
        }
        if (then.isObject() && now.isObject()) {
            return then.properties().stream()
                    .flatMap(field -> at(path + "/" + field.getKey(), field.getValue(), now.path(field.getKey())));
        }
        if (GAINING.matcher(path).matches() && values(now).containsAll(values(then))) {
            return Stream.empty();
        }
        if (then.isArray() && now.isArray() && isAsLong(path, then, now)) {
            return IntStream.range(0, then.size()).boxed().flatMap(i -> at(path + "/" + i, then.path(i), now.path(i)));
        }
        return then.equals(now) || isTheSamePlace(then, now)
                ? Stream.empty()
                : Stream.of("%s: %s -> %s".formatted(path, then, now.isMissingNode() ? "gone" : now));
    }

    private static Set<JsonNode> values(JsonNode array) {
        return array.valueStream().collect(Collectors.toSet());
    }

    private static boolean isTheSamePlace(JsonNode then, JsonNode now) {
        return then.isTextual()
                && FOLLOWED_BEFORE
                        .matcher(then.asText())
                        .replaceFirst("lacak/?nomor=")
                        .equals(now.asText());
    }

    private static boolean isAsLong(String path, JsonNode then, JsonNode now) {
        return then.size() == now.size() || GROWING.matcher(path).matches() && then.size() < now.size();
    }
}
