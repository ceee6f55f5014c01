package id.tanggap.clock;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock stood still.
 *
 * @param to null while it lasts
 */
public record Pause(Instant from, @Nullable Instant to) {

    /** Pauses as one text, such as {@code 2026-02-03T01:15:00Z/2026-02-04T01:15:00Z 2026-02-05T01:15:00Z/}. */
    public static String write(List<Pause> pauses) {
        return pauses.stream()
                .map(pause -> pause.from() + "/" + (pause.to() == null ? "" : pause.to()))
                .collect(Collectors.joining(" "));
    }

    /** Reads what {@link #write} wrote. */
    public static List<Pause> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ")).map(Pause::of).toList();
    }

    private static Pause of(String text) {
        int slash = text.indexOf('/');
        String to = text.substring(slash + 1);
        return new Pause(Instant.parse(text.substring(0, slash)), to.isEmpty() ? null : Instant.parse(to));
    }
}
