package id.tanggap.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

    /** Ids, names of offices, numbers and rules, and advice that is the same for everybody. */
    private static final Set<String> NO_WORDS = Set.of(
            "number",
            "category",
            "regionCode",
            "agency",
            "agencyName",
            "division",
            "group",
            "claimPath",
            "reason",
            "rule",
            "target",
            "from",
            "to",
            "institution",
            "institutionName",
            "advice",
            "standard");

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
                .filter(it -> it.getType().equals(String.class))
                .filter(it -> !it.isAnnotationPresent(MaskedWords.class))
                .filter(it -> !it.getDeclaringRecord().getEnclosingClass().equals(RecapEvent.class))
                .map(RecordComponent::getName);

        assertThat(texts.filter(name -> !NO_WORDS.contains(name))).isEmpty();
    }

    static Stream<Class<? extends Event>> eventsWithWords() {
        return EventCodec.types().values().stream()
                .filter(event -> components(event).anyMatch(SecrecyTest::isWords));
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    private static boolean isWords(RecordComponent component) {
        return component.isAnnotationPresent(MaskedWords.class);
    }

    private static List<@Nullable Object> words(Record event) {
        return components(event.getClass())
                .filter(SecrecyTest::isWords)
                .<@Nullable Object>map(it -> value(it.getAccessor(), event))
                .toList();
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
        var types = components(event).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return List.of(types).contains(Visibility.class)
                ? event.getDeclaredConstructor(types).newInstance(arguments(types, visibility))
                : (Record) Objects.requireNonNull(byFactory(event, visibility));
    }

    private static @Nullable Object byFactory(Class<?> event, Visibility visibility)
            throws ReflectiveOperationException {
        var factory = Arrays.stream(event.getDeclaredMethods())
                .filter(it -> it.getName().equals("of") && Modifier.isStatic(it.getModifiers()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(event + " has no factory that takes a Visibility"));
        return factory.invoke(null, arguments(factory.getParameterTypes(), visibility));
    }

    private static @Nullable Object[] arguments(Class<?>[] types, Visibility visibility) {
        return Arrays.stream(types).map(type -> argument(type, visibility)).toArray();
    }

    private static @Nullable Object argument(Class<?> type, Visibility visibility) {
        if (type.equals(String.class)) {
            return WORDS;
        }
        if (type.isEnum()) {
            return type.equals(Visibility.class) ? visibility : type.getEnumConstants()[0];
        }
        return type.equals(Instant.class) ? NOW : type.equals(LocalDate.class) ? null : made(type);
    }

    private static @Nullable Object made(Class<?> type) {
        return type.equals(Set.class) ? Set.of() : null;
    }
}
