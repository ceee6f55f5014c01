package id.tanggap.bench.routing;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** Which agency of the government whose rules are tried has the duty of an agency of the file: {@code duties.yaml}. */
final class Duties {
    private final Map<String, Object> agencies;

    private Duties(Map<String, Object> agencies) {
        this.agencies = agencies;
    }

    static Duties read() throws IOException {
        try (var file = Objects.requireNonNull(Duties.class.getResourceAsStream("duties.yaml"))) {
            return new Duties(new Yaml().load(file));
        }
    }

    /** Every agency that has one of the duties. */
    Set<String> all() {
        return agencies.values().stream()
                .flatMap(it -> it instanceof Map<?, ?> byCategory ? byCategory.values().stream() : Stream.of(it))
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    /** Null when none has it, or a divided duty is not told apart by the category. */
    @Nullable
    String of(String agency, @Nullable String category) {
        return switch (agencies.get(agency)) {
            case String id -> id;
            case Map<?, ?> byCategory -> (String) byCategory.get(category);
            case null, default -> null;
        };
    }
}
