package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"state":"CLOSED"}             | {"state":"CLOSED","since":"2026"}  | ``
            {"overdue":false,"n":1}        | {"overdue":true,"n":1}             | ``
            {"state":"CLOSED"}             | {"state":"ANSWERED"}               | /state: "CLOSED" -> "ANSWERED"
            {"state":"CLOSED"}             | {}                                 | /state: "CLOSED" -> gone
            {"says":{"items":[1,2]}}       | {"says":{"items":[1,3]}}           | /says/items/1: 2 -> 3
            {"steps":[{"late":false}]}     | {"steps":[{"late":true}]}          | ``
            {"deeds":[1]}                  | {"deeds":[1,2]}                    | ``
            {"deeds":[1,2]}                | {"deeds":[1]}                      | /deeds: [1,2] -> [1]
            {"open":["A"]}                 | {"open":["B","A"]}                 | ``
            {"open":["A","B"]}             | {"open":["A"]}                     | /open: ["A","B"] -> ["A"]
            {"link":"x/#lacak/SKA-1"}      | {"link":"x/lacak/?nomor=SKA-1"}    | ``
            {"link":"x/#lacak/SKA-1"}      | {"link":"x/lacak/?nomor=SKA-2"}    | /link: "x/#lacak/SKA-1" -> "x/lacak/?nomor=SKA-2"
            {"view":"TODAY","count":0}     | {"view":"TODAY","count":4}         | ``
            {"promise":{"late":false}}     | {"promise":{"late":true}}          | /promise/late: false -> true
            """)
    void findsWhatIsSaidOtherwise(String then, String now, String difference) throws JsonProcessingException {
        assertThat(String.join("", Comparison.of(FrontDoor.JSON.readTree(then), FrontDoor.JSON.readTree(now))))
                .isEqualTo(difference);
    }

    @Test
    void findsAListThatGrewOrShrank() throws JsonProcessingException {
        assertThat(Comparison.of(FrontDoor.JSON.readTree("[1]"), FrontDoor.JSON.readTree("[1, 2]")))
                .containsExactly(": [1] -> [1,2]");
    }
}
