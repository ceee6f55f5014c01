package id.tanggap.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TokensResource.class)
class RepeatTest {
    private static final String LETTER = "{\"text\":\"Halo.\"}";

    @Test
    void isTheSameForTheSameRequestAndOfThatForTheSamePart() {
        var first = known("andi", "satu", "", LETTER);

        assertThat(first).startsWith("Halo. ").doesNotContain("null");
        assertThat(first.split(" ")).doesNotHaveDuplicates();
        assertThat(known("andi", "satu", "", LETTER)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            budi | satu | ``    | {"text":"Halo."}
            andi | dua  | ``    | {"text":"Halo."}
            andi | satu | ?to=x | {"text":"Halo."}
            andi | satu | ``    | {"text":"Halo!"}
            andi | satu | ``    | {"text":"Halo.","unknown":1}
            """)
    void isAnotherOfAnotherSenderKeyAddressOrBody(String user, String key, String query, String body) {
        assertThat(known(user, key, query, body)).isNotEqualTo(known("andi", "satu", "", LETTER));
    }

    @Test
    void isNoneWithoutAKey() {
        assertThat(given().auth()
                        .oauth2(Tokens.of("andi", "/surakarta", "agency-admin"))
                        .contentType("application/json")
                        .body(LETTER)
                        .post("/letters/registered")
                        .asString())
                .isEqualTo("Halo. null null");
    }

    @Test
    void leavesABodyThatCannotBeReadTheSendersFault() {
        given().auth()
                .oauth2(Tokens.of("andi", "/surakarta", "agency-admin"))
                .header(Repeat.HEADER, "satu")
                .contentType("application/json")
                .body("{")
                .post("/letters/registered")
                .then()
                .statusCode(400);
    }

    private static String known(String user, String key, String query, String body) {
        return given().auth()
                .oauth2(Tokens.of(user, "/surakarta", "agency-admin"))
                .header(Repeat.HEADER, key)
                .contentType("application/json")
                .body(body)
                .post("/letters/registered" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
