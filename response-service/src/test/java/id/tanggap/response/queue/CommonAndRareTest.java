package id.tanggap.response.queue;

import static id.tanggap.response.DeskFixture.CASES;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.search.Lexemes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However common the words are, alone and together, and wherever in the list they stand: the page is that of the list. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class CommonAndRareTest {
    /** Of these, more than are taken and sorted are old. */
    private static final int CASES_THERE = 22_000;

    private static final int PAGE = 50;
    private static final Map<String, IntPredicate> WORDS = Map.of(
            "batu", n -> n % 2 == 0,
            "padi", n -> n % 2 == 1,
            "kuda", n -> n % 20 == 0,
            "ikan", n -> n % 150 == 0,
            "ayam", n -> n % 2_000 == 0,
            "kuno", n -> n <= 20_100);

    private static final String CASES_INVENTED = """
            with told as (select n, gen_random_uuid() as id from generate_series(1, %d) as n),
            invented as (
                insert into desk_case (id, government, number, channel, type, visibility, received_at, agency, agency_name,
                                       dispatched_at)
                select id, 'surakarta', 'RARE-' || n, 'WEB', 'ORDINARY', 'PUBLIC',
                       timestamptz '2026-10-01' + n * interval '1 second', '%s', 'Dinas Percobaan', now()
                from told
            )
            insert into case_text (case_id, government, text, words)
            select id, 'surakarta', ($1::text[])[n], ($2::text[])[n]::tsvector from told
            """;

    private final String agency = "agency-" + UUID.randomUUID();
    private final DeskFixture desk = new DeskFixture(agency);

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pool pool;

    @Test
    void turnToTheSamePages() {
        invent();
        assertThePagesAreThoseOfTheList();

        // Knowing how many there are, the service reads on where it looked up before.
        pool.query("analyze case_text").executeAndAwait();
        assertThePagesAreThoseOfTheList();
    }

    private void assertThePagesAreThoseOfTheList() {
        questions()
                .forEach(asked -> assertThat(numbers(String.join(" ", asked)))
                        .as(String.join(" ", asked))
                        .isEqualTo(expected(asked)));
    }

    private void invent() {
        var texts = IntStream.rangeClosed(1, CASES_THERE)
                .mapToObj(CommonAndRareTest::text)
                .toList();
        var words = texts.stream().map(text -> Lexemes.of(null, text)).toList();
        pool.preparedQuery(CASES_INVENTED.formatted(CASES_THERE, agency))
                .executeAndAwait(Tuple.of(texts.toArray(String[]::new), words.toArray(String[]::new)));
    }

    private static String text(int n) {
        return WORDS.entrySet().stream()
                .filter(word -> word.getValue().test(n))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** One word; two of them; one without another. */
    private static Stream<List<String>> questions() {
        var words = WORDS.keySet().stream().sorted().toList();
        var pairs = words.stream()
                .flatMap(first -> words.stream()
                        .filter(second -> !second.equals(first))
                        .flatMap(second -> Stream.of(List.of(first, second), List.of(first, "-" + second))));
        return Stream.concat(words.stream().map(List::of), pairs);
    }

    private static List<String> expected(List<String> asked) {
        return IntStream.iterate(CASES_THERE, n -> n > 0, n -> n - 1)
                .filter(n -> asked.stream().allMatch(word -> stands(word, n)))
                .limit(2 * PAGE)
                .mapToObj(n -> "RARE-" + n)
                .toList();
    }

    private static boolean stands(String word, int n) {
        return word.startsWith("-")
                ? !WORDS.getOrDefault(word.substring(1), _ -> false).test(n)
                : WORDS.getOrDefault(word, _ -> false).test(n);
    }

    /** Of the first two pages. */
    private List<String> numbers(String typed) {
        var numbers = new ArrayList<String>();
        var first = desk.admin().queryParam("text", typed).get(CASES).then().statusCode(200);
        numbers.addAll(first.extract().<List<String>>path("items.number"));
        var next = first.extract().<String>path("next");
        if (next != null) {
            var second = desk.admin()
                    .queryParam("text", typed)
                    .queryParam("after", next)
                    .get(CASES)
                    .then()
                    .statusCode(200);
            numbers.addAll(second.extract().<List<String>>path("items.number"));
        }
        return numbers;
    }
}
