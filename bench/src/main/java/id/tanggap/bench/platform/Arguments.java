package id.tanggap.bench.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
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
                parsed.values.put(argument, valueOf(argument, rest));
            } else {
                parsed.take(argument, flags);
            }
        }
        return parsed;
    }

    private static String valueOf(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Wrong(option + " needs a value");
        }
        return rest.next();
    }

    private void take(String argument, Set<String> known) {
        if (known.contains(argument)) {
            flags.add(argument);
        } else if (argument.startsWith("--")) {
            throw new Wrong("unknown option " + argument);
        } else {
            positional.add(argument);
        }
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
