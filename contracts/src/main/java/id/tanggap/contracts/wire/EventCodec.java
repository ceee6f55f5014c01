package id.tanggap.contracts.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.WireName;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events to JSON and back. A reader of today understands what a writer of tomorrow adds: unknown fields are skipped and
 * told to {@link UnknownField}, an unknown type reads as null. What a type does promise must be there: a missing field, a
 * wrong kind of value or an enum value of tomorrow is refused, so readers are deployed before the writer that adds one.
 */
public final class EventCodec {

    /** Told of every field that this version does not know. */
    @FunctionalInterface
    public interface UnknownField {
        void met(Class<?> event, String field);
    }

    private static final Map<String, Class<? extends Event>> BY_WIRE_NAME = records(Event.class)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(EventCodec::wireName, Function.identity()));

    private final ObjectMapper mapper;
    private final Map<String, ObjectReader> readers;

    public EventCodec() {
        this((event, field) -> {});
    }

    public EventCodec(UnknownField unknownField) {
        mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .annotationIntrospector(
                        AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new RequiredComponents()))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .addHandler(new DeserializationProblemHandler() {
                    @Override
                    public boolean handleUnknownProperty(
                            DeserializationContext context,
                            JsonParser parser,
                            JsonDeserializer<?> deserializer,
                            Object beanOrClass,
                            String propertyName)
                            throws IOException {
                        unknownField.met(
                                beanOrClass instanceof Class<?> type ? type : beanOrClass.getClass(), propertyName);
                        parser.skipChildren();
                        return true;
                    }
                })
                .build();
        readers = BY_WIRE_NAME.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> mapper.readerFor(e.getValue())));
    }

    /** All events by their wire name. */
    public static Map<String, Class<? extends Event>> types() {
        return BY_WIRE_NAME;
    }

    /** The written wire name of an event record. */
    public static String wireName(Class<? extends Event> event) {
        var name = event.getAnnotation(WireName.class);
        if (name == null) {
            throw new IllegalStateException(event + " has no @WireName");
        }
        return name.value();
    }

    public byte[] write(Event event) {
        try {
            return mapper.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of " + event.getClass() + " cannot be written", impossible);
        }
    }

    /**
     * @return the event, or null when this version does not know the type
     * @throws IOException when the payload is not what the type promises
     */
    public @Nullable Event read(String type, byte[] payload) throws IOException {
        var reader = readers.get(type);
        if (reader == null) {
            return null;
        }
        Event event = reader.readValue(payload);
        if (event == null) {
            throw MismatchedInputException.from(null, Event.class, "A payload of " + type + " is null");
        }
        return event;
    }

    private static Stream<Class<? extends Event>> records(Class<? extends Event> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(sub -> records(sub.asSubclass(Event.class)));
    }
}
