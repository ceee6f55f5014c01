package id.tanggap.house.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.house.Checkout;
import id.tanggap.house.Generated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is told of the rooms is what their POMs say. */
class ModulesTest {

    private static final Modules MODULES = Modules.read();
    private static final Pattern GROUND_TO_BUILD = Pattern.compile("^ground=\"([^\"]+)\"", Pattern.MULTILINE);

    @Test
    void drawsThePictureInTheArchitecture() {
        Generated.checkPart("docs/architecture.md", "modules", MODULES.picture());
    }

    @Test
    void tellsWhatBelongsInEachGroundRoom() {
        var table = Checkout.read("CONTRIBUTING.md");

        assertThat(MODULES.ground()).allSatisfy(room -> assertThat(table).contains("| `" + room + "`"));
    }

    /** The script looks at these for what is newer than a service's jar. */
    @Test
    void letsTheScriptWatchTheWholeGround() {
        var ground = GROUND_TO_BUILD
                .matcher(Checkout.read("tanggap"))
                .results()
                .findFirst()
                .orElseThrow();

        assertThat(ground.group(1).split(" ")).containsExactlyInAnyOrderElementsOf(MODULES.ground());
    }

    @Test
    void seesWhoStandsOnWhat() {
        var poms = new LinkedHashMap<String, String>();
        poms.put("words", "<dependencies/>");
        poms.put("post-service", need("words", "") + need("scales", "<scope>test</scope>"));

        var modules = Modules.of(poms);

        assertThat(modules.services()).containsExactly("post-service");
        assertThat(modules.ground()).containsExactly("words");
        assertThat(modules.picture().lines())
                .isEqualTo(List.of(
                        "```",
                        "                      words  scales",
                        "post-service          ■      tests",
                        "words",
                        "```"));
    }

    private static String need(String room, String scope) {
        return """
                <dependency>
                  <groupId>id.tanggap</groupId>
                  <artifactId>%s</artifactId>
                  %s
                </dependency>
                """.formatted(room, scope);
    }
}
