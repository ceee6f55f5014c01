package id.tanggap.rest.sent;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the address and in headers, and names the one that cannot be read. Empty is absent. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class SentParameters implements ParamConverterProvider {
    private static final String PART_OF_THE_ADDRESS = "(alamat)";

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> kind, Type type, Annotation[] annotations) {
        var reader = (Function<String, T>) Values.reader(kind);
        return reader == null ? null : new Converter<>(name(annotations), reader, kind == String.class);
    }

    private static String name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(SentParameters::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(PART_OF_THE_ADDRESS);
    }

    private static @Nullable String name(Annotation annotation) {
        return switch (annotation) {
            case QueryParam it -> it.value();
            case HeaderParam it -> it.value();
            case PathParam it -> it.value();
            default -> null;
        };
    }

    private record Converter<T>(String name, Function<String, T> reader, boolean keepsEmpty)
            implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String sent) {
            if (sent == null || (sent.isEmpty() && !keepsEmpty)) {
                return null;
            }
            try {
                return reader.apply(sent);
            } catch (Unfit unfit) {
                throw new WrongParameter(name, unfit.expected());
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
