package id.tanggap.rest.sent;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is expected where a word of a list is. */
public final class Choices {
    private Choices() {}

    public static String among(Class<?> list) {
        return Arrays.stream(list.getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "Pilih salah satu: ", "."));
    }
}
