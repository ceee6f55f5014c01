package id.tanggap.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.contracts.wire.EventCodec;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a secret complaint no words leave, whichever event would carry them. */
class SecrecyTest {
    private static final String WORDS = "Kata-kata yang disamarkan";
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    /** Names that mean an id, a number or an office wherever they stand. */
    private static final Set<String> IDS = Set.of(
            "number",
            "category",
            "regionCode",
            "agency",
            "agencyName",
            "division",
            "rule",
            "standard",
            "month",
            "months");

    /** What is no word of a person in this place: said by a rule, or the same for everybody. */
    private static final Set<String> NO_WORDS = Set.of(
            "AttachedFile.mediaType",
            "Candidate.reason",
            "DeliveryReported.cause",
            "Dispatched.reason",
            "ForwardedToGroup.claimPath",
            "ForwardedToGroup.group",
            "RecapArchived.seal",
            "RecapCompiled.root",
            "Redelegated.from",
            "Redelegated.to",
            "ReferredOutside.advice",
            "ReferredOutside.institution",
            "ReferredOutside.institutionName",
            "ReturnedAsMisrouted.target");

    @Test
    void isWhatIsNotKnownToBeOpen() {
        assertThat(Visibility.orSecret(null)).isEqualTo(Visibility.SECRET);
        assertThat(Visibility.orSecret(Visibility.ANONYMOUS)).isEqualTo(Visibility.ANONYMOUS);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, PUBLIC",
        "ANONYMOUS, ANONYMOUS",
        "SECRET, SECRET",
        "RESTRICTED, SECRET",
        "public, SECRET",
        ", SECRET"
    })
    void isWhatADatabaseTellsOrDoesNotKnow(@Nullable String kept, Visibility visibility) {
        assertThat(Visibility.ofName(kept)).isEqualTo(visibility);
    }

    @ParameterizedTest
    @MethodSource("eventsWithWords")
    void withholdsEveryWord(Class<? extends Record> event) throws ReflectiveOperationException {
        assertThat(words(made(event, Visibility.SECRET))).containsOnlyNulls();
    }

    @ParameterizedTest
    @MethodSource("eventsWithWords")
    void opensTheWordsOfEveryOtherComplaint(Class<? extends Record> event) throws ReflectiveOperationException {
        assertThat(words(made(event, Visibility.PUBLIC))).containsOnly(WORDS);
        assertThat(words(made(event, Visibility.ANONYMOUS))).containsOnly(WORDS);
    }

    @Test
    void leavesTheRegionOfASecretPlace() {
        var place = new IntakeEvent.Location(WORDS, "33.72.01", -7.5, 110.8);

        assertThat(place.within(Visibility.SECRET)).isEqualTo(new IntakeEvent.Location(null, "33.72.01", null, null));
        assertThat(place.within(Visibility.ANONYMOUS)).isEqualTo(place);
    }

    /** A new text in an event has to say what it is. */
    @Test
    void isAskedOfEveryTextThatAnEventCarries() {
        var texts = EventCodec.types().values().stream()
                .flatMap(SecrecyTest::components)
                .filter(it -> CharSequence.class.isAssignableFrom(it.getType())
                        || it.getGenericType().toString().contains("<java.lang.String>"))
                .filter(it -> !isWords(it) && !IDS.contains(it.getName()))
                .map(it -> it.getDeclaringRecord().getSimpleName() + "." + it.getName());

        assertThat(texts.filter(name -> !NO_WORDS.contains(name))).isEmpty();
    }

    static Stream<Class<? extends Event>> eventsWithWords() {
        return EventCodec.types().values().stream()
                .filter(event -> components(event).anyMatch(SecrecyTest::isWords));
    }

    /** Those of the records within it, too; but an event within an event stands for itself. */
    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(it -> Stream.concat(
                        Stream.of(it), recordsIn(it.getGenericType()).flatMap(SecrecyTest::components)));
    }

    private static Stream<Class<?>> recordsIn(Type type) {
        return switch (type) {
            case Class<?> plain when plain.isRecord() && !Event.class.isAssignableFrom(plain) -> Stream.of(plain);
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments()).flatMap(SecrecyTest::recordsIn);
            default -> Stream.of();
        };
    }

    private static boolean isWords(RecordComponent component) {
        return component.isAnnotationPresent(MaskedWords.class);
    }

    private static List<@Nullable Object> words(Record event) {
        return Arrays.stream(event.getClass().getRecordComponents())
                .<@Nullable Object>flatMap(it -> words(it, value(it.getAccessor(), event)))
                .toList();
    }

    private static Stream<@Nullable Object> words(RecordComponent component, @Nullable Object value) {
        return isWords(component)
                ? Stream.<@Nullable Object>of(value)
                : switch (value) {
                    case Record inner -> words(inner).stream();
                    case List<?> several ->
                        several.stream()
                                .filter(Record.class::isInstance)
                                .flatMap(inner -> words((Record) inner).stream());
                    case null, default -> Stream.empty();
                };
    }

    private static @Nullable Object value(Method accessor, Record event) {
        try {
            return accessor.invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** By its constructor, which is told the visibility, or else by its factory. */
    private static Record made(Class<? extends Record> event, Visibility visibility)
            throws ReflectiveOperationException {
        var components = event.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var told = Arrays.stream(components).map(RecordComponent::getGenericType);
        return List.of(types).contains(Visibility.class)
                ? event.getDeclaredConstructor(types).newInstance(arguments(told, visibility))
                : (Record) Objects.requireNonNull(byFactory(event, visibility));
    }

    private static @Nullable Object byFactory(Class<?> event, Visibility visibility)
            throws ReflectiveOperationException {
        var factory = Arrays.stream(event.getDeclaredMethods())
                .filter(it -> it.getName().equals("of") && Modifier.isStatic(it.getModifiers()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(event + " has no factory that takes a Visibility"));
        return factory.invoke(null, arguments(Arrays.stream(factory.getGenericParameterTypes()), visibility));
    }

    private static @Nullable Object[] arguments(Stream<Type> types, Visibility visibility) {
        return types.map(type -> argument(type, visibility)).toArray();
    }

    private static @Nullable Object argument(Type told, Visibility visibility) {
        if (told.equals(String.class)) {
            return WORDS;
        }
        if (told instanceof ParameterizedType several) {
            return several.getRawType().equals(Set.class)
                    ? Set.of()
                    : List.of(part(several.getActualTypeArguments()[0]));
        }
        var type = (Class<?>) told;
        if (type.isEnum()) {
            return type.equals(Visibility.class) ? visibility : type.getEnumConstants()[0];
        }
        return type.equals(Instant.class) ? NOW : type.equals(LocalDate.class) ? null : made(type);
    }

    private static @Nullable Object made(Class<?> type) {
        return type.equals(IntakeEvent.Location.class) ? new IntakeEvent.Location(WORDS, null, null, null) : null;
    }

    private static Object part(Type type) {
        return type.equals(IntakeEvent.AttachedFile.class)
                ? new IntakeEvent.AttachedFile(new UUID(0, 1), "image/jpeg", 1)
                : new IntakeEvent.AddedWords(IntakeEvent.AddedKind.REPLIED, NOW, WORDS);
    }
}
