package id.tanggap.bench.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command line: {@code --name value}, {@code --flag}, and the rest by its place. */
public final class Arguments {
    private final List<String> positional = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    /** The command line is wrong; the message says how. */
    public static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Wrong(String message) {
            super(message);
        }
    }

    private Arguments() {}

    public static Arguments parse(List<String> arguments, Set<String> valued, Set<String> flags) {
        var parsed = new Arguments();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (valued.contains(argument)) {
                if (!rest.hasNext()) {
                    throw new Wrong(argument + " needs a value");
                }
                parsed.values.put(argument, rest.next());
            } else if (flags.contains(argument)) {
                parsed.flags.add(argument);
            } else if (argument.startsWith("--")) {
                throw new Wrong("unknown option " + argument);
            } else {
                parsed.positional.add(argument);
            }
        }
        return parsed;
    }

    public @Nullable String at(int place) {
        return place < positional.size() ? positional.get(place) : null;
    }

    public @Nullable String value(String option) {
        return values.get(option);
    }

    public String required(String option) {
        var value = values.get(option);
        if (value == null) {
            throw new Wrong(option + " is missing");
        }
        return value;
    }

    public int number(String option, int otherwise) {
        var value = values.get(option);
        if (value == null) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Answered below, like a number out of range.
        }
        throw new Wrong(option + " needs a whole number above zero, not " + value);
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }
}
