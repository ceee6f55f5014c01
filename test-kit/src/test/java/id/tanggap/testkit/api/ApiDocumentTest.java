package id.tanggap.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiDocumentTest {
    private static final String WHOLE = """
            {"paths": {"/cases": {
              "get": {"operationId": "Case_list", "security": [],
                "responses": {"200": {"content": {"application/json": {"schema": {"type": "array"}}}}}},
              "delete": {"operationId": "Case_remove", "security": [], "responses": {"204": {}}}}},
             "components": {"schemas": {"State": {}}}}""";

    @Test
    void hasNoGapsWhenAllIsTold() {
        assertThat(new ApiDocument("cases", WHOLE).gaps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "operationId": "Case_list",         |                              | get /cases: no operationId of its own
            Case_list                           | Case_remove                  | get /cases: no operationId of its own
            "Case_list", "security": [],        | "Case_list",                 | get /cases: not said whom it is open to
            "200"                               | "400"                        | get /cases: no answer when it succeeds
            {"schema": {"type": "array"}}       | {}                           | get /cases: 200 without a schema
            "content": {"application/json": {"schema": {"type": "array"}}} | "content": {} | get /cases: 200 with no content, or 204 with some
            application/json                    | */*                          | get /cases: 200 of any media type
            "State"                             | "State1"                     | State1: the name of two types, give one @Schema(name = …)
            """)
    void namesWhatIsNotTold(String told, String instead, String gap) {
        var document = WHOLE.replace(told, instead == null ? "" : instead);

        assertThat(new ApiDocument("cases", document).gaps()).contains(gap);
    }
}
