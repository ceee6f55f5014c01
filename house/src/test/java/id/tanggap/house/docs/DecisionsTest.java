package id.tanggap.house.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.house.Checkout;
import org.junit.jupiter.api.Test;

/** Decisions whose words can be held against the POMs. */
class DecisionsTest {

    private static final String STATEMENTS = "docs/adr/0004-one-statement-for-intake-hibernate-for-officers.md";

    /** Services with the extension are those that the decision names, and no others. */
    @Test
    void tellWhoMapsByHibernate() {
        var mapping = Modules.read().services().stream()
                .filter(service -> Checkout.read(service + "/pom.xml").contains("quarkus-hibernate-reactive"))
                .toList();

        assertThat(Checkout.read(STATEMENTS))
                .contains("**Only %s maps objects.**".formatted(String.join(" and ", mapping)));
    }
}
