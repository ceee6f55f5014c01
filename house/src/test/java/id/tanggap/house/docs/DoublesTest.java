package id.tanggap.house.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in for a provider is delivered to no office: services, and what they stand on, have it in tests alone. */
class DoublesTest {
    private static final String DOUBLES = "provider-doubles";

    @Test
    void areOnNoServicesClassPath() {
        var modules = Modules.read();

        assertThat(modules.names()).contains(DOUBLES);
        assertThat(modules.needs())
                .filteredOn(need -> need.ground().equals(DOUBLES) && !need.inTests())
                .extracting(Modules.Need::room)
                .containsExactly("local");
        assertThat(modules.ground()).doesNotContain(DOUBLES, "local");
    }

    @Test
    void areFoundOnOneThatTheyWereOn() {
        var poms = new LinkedHashMap<>(Map.of("post-service", """
                <dependency>
                  <groupId>id.tanggap</groupId>
                  <artifactId>provider-doubles</artifactId>
                </dependency>
                """));

        assertThat(Modules.of(poms).ground()).contains(DOUBLES);
    }
}
