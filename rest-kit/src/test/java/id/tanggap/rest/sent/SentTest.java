package id.tanggap.rest.sent;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no case can have, in a body and beside it: 400, and the field is named. */
@QuarkusTest
class SentTest {
    private static final String LETTER = "{\"text\":\"a\",\"colour\":\"RED\"%s}";

    private static final Map<String, List<String>> NO_VALUES = Map.of(
            "words", List.of("a\u0000b", "\u202Ebackwards", "\u0007"),
            "limit", List.of("1e9", "99999999999999999999", "0x10", "1.5", "many", "NaN"),
            "beanLimit", List.of("1e9", "-", "\u0000"),
            "open", List.of("yes", "1", "TRUE"),
            "colour", List.of("0", "red", "GREEN", "\u0000"),
            "day", List.of("+999999999-12-31", "-999999999-01-01", "-9999-01-01", "1899-12-31", "2026-02-30", "today"),
            "beanDay", List.of("+10000-01-01", "0000-01-01", "2026-1-1", "20260101"),
            "moment", List.of("+294277-01-10T00:00:00Z", "-0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "17", "now"),
            "after", List.of("x", "====", "AAAA", far(), "\u0000"));

    static Stream<List<String>> noValues() {
        return NO_VALUES.entrySet().stream()
                .flatMap(of -> of.getValue().stream().map(value -> List.of(of.getKey(), value)));
    }

    @ParameterizedTest
    @MethodSource
    void noValues(List<String> sent) {
        given().queryParam(sent.getFirst(), sent.getLast())
                .get("/letters/search/1")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors.field", equalTo(List.of(sent.getFirst())));
    }

    @Test
    void noPartOfAnAddressHoldsWhatCannotBeRead() {
        given().get("/letters/search/{box}", "a\u0000").then().statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void readsWhatIsOfItsKind() {
        given().queryParams(Map.of(
                        "words", "rusak\u200B parah",
                        "limit", "-5",
                        "open", "true",
                        "colour", "BLUE",
                        "day", "2026-08-17",
                        "moment", "2026-08-17T10:00:00+07:00",
                        "after", new PageKey(Instant.EPOCH, new UUID(0, 1)).encode(),
                        "beanDay", "9999-12-31",
                        "beanLimit", ""))
                .get("/letters/search/7")
                .then()
                .statusCode(200)
                .body(
                        "",
                        equalTo(List.of(
                                "7",
                                "rusak parah",
                                "-5",
                                "true",
                                "BLUE",
                                "2026-08-17",
                                "2026-08-17T03:00:00Z",
                                "PageKey[time=1970-01-01T00:00:00Z, id=00000000-0000-0000-0000-000000000001]",
                                "9999-12-31",
                                "7")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|0",
                "text|true",
                "text|[]",
                "text|{}",
                "text|\"a\\u0000\"",
                "text|\"\\ud800\"",
                "text|\"\\u202Ebackwards\"",
                "colour|0",
                "colour|\"\"",
                "colour|\"0\"",
                "pages|\"7\"",
                "pages|7.5",
                "pages|1e999",
                "pages|99999999999",
                "pages|true",
                "registered|\"true\"",
                "registered|1",
                "postedAt|1786900000",
                "postedAt|1E999999",
                "postedAt|\"+294277-01-10T00:00:00Z\"",
                "postedAt|\"-0001-01-01T00:00:00Z\"",
                "postedAt|\"9999-12-31T23:59:59Z\"",
                "dueOn|[2026,1,1]",
                "dueOn|\"+10000-01-01\"",
                "dueOn|\"-9999-01-01\"",
                "dueOn|\"9999-12-31\"",
                "sender.email|7",
                "sender.email|\"a\\u0000@contoh.id\"",
                "remark|\"........\""
            })
    void namesTheFieldOfABody(String field, String value) {
        refused(body(field, value)).body("errors.field", equalTo(List.of(field)));
    }

    @ParameterizedTest
    @CsvSource({"postedAt,1", "dueOn,2"})
    void takesADateUpToItsLimit(String field, int years) {
        var last = LocalDate.now(ZoneOffset.UTC).plusYears(years);
        var suffix = field.endsWith("At") ? "T00:00:00Z" : "";
        post(body(field, "\"" + last + suffix + "\"")).statusCode(200);
        refused(body(field, "\"" + last.plusDays(2) + suffix + "\""))
                .body("errors[0].message", containsString(years + " tahun"));
    }

    @Test
    void takesAKeyOnlyOnce() {
        refused(LETTER.formatted(",\"text\":\"b\"")).body("errors.field", equalTo(List.of("text")));
        refused(LETTER.formatted(",\"sender\":{\"email\":\"a@contoh.id\",\"email\":\"b@contoh.id\"}"))
                .body("errors.field", equalTo(List.of("sender.email")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":1}", "[]", "7", "x", "}"})
    void takesOneObjectAndNothingBehindIt(String behind) {
        post(LETTER.formatted("") + behind).statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void goesNotIntoTheDeep(String opening) {
        post(LETTER.formatted(",\"other\":" + opening.repeat(1_200)))
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void leavesOutWhatShowsNothing() {
        post("{\"text\":\"\u200Bhalo\u3164\",\"colour\":\"RED\"}")
                .statusCode(200)
                .body("text", equalTo("halo"));
        refused("{\"text\":\"" + "\u200B".repeat(12) + "\",\"colour\":\"RED\"}").body("errors.field", hasItem("text"));
    }

    private static String body(String field, String value) {
        var at = field.indexOf('.');
        var written = at < 0
                ? "\"%s\":%s".formatted(field, value)
                : "\"%s\":{\"%s\":%s}".formatted(field.substring(0, at), field.substring(at + 1), value);
        return switch (field) {
            case "text" -> "{\"colour\":\"RED\"," + written + "}";
            case "colour" -> "{\"text\":\"a\"," + written + "}";
            default -> LETTER.formatted("," + written);
        };
    }

    private static String far() {
        return new PageKey(Instant.MAX, new UUID(0, 0)).encode();
    }

    private static ValidatableResponse refused(String body) {
        return post(body).statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/letters")
                .then();
    }
}
