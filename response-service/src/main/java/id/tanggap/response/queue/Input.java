package id.tanggap.response.queue;

import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem.FieldError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and tells all that are wrong at once. */
final class Input {
    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return errors;
    }

    <E extends Enum<E>> Set<E> all(String field, Class<E> type, @Nullable String text) {
        var wanted = EnumSet.noneOf(type);
        for (var name : text == null || text.isBlank() ? new String[0] : text.split(",")) {
            var one = one(field, type, name.strip());
            if (one != null) {
                wanted.add(one);
            }
        }
        return wanted;
    }

    <E extends Enum<E>> @Nullable E one(String field, Class<E> type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var found = Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            errors.add(new FieldError(field, "Pilih salah satu: " + Arrays.toString(type.getEnumConstants())));
        }
        return found.orElse(null);
    }

    @Nullable
    LocalDate day(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            errors.add(new FieldError(field, "Tulis tanggal seperti 2026-08-17."));
            return null;
        }
    }

    @Nullable
    PageKey key(@Nullable String after) {
        var key = after == null ? null : PageKey.decode(after);
        if (after != null && key == null) {
            errors.add(new FieldError("after", "Gunakan nilai next dari halaman sebelumnya."));
        }
        return key;
    }
}
