package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.bench.platform.Arguments;
import org.junit.jupiter.api.Test;

class CategoriesTest {
    @Test
    void findsACategoryByAnyOfItsNames() throws Exception {
        var categories = of("surakarta");

        assertThat(categories.id("penerangan-jalan")).isEqualTo("penerangan-jalan");
        assertThat(categories.id(" penerangan JALAN umum ")).isEqualTo("penerangan-jalan");
        assertThat(categories.id("pju")).isEqualTo("penerangan-jalan");
    }

    @Test
    void prefersACategorysOwnNameToAnothersAlias() throws Exception {
        assertThat(of("surakarta").id("Banjir")).isEqualTo("banjir");
    }

    @Test
    void knowsNoForeignLabel() throws Exception {
        assertThat(of("surakarta").id("MBR")).isNull();
        assertThat(of("surakarta").id(null)).isNull();
        assertThat(of("karanganyar").id("PJU")).isNull();
    }

    @Test
    void refusesAnUnknownGovernment() {
        assertThatThrownBy(() -> of("atlantis"))
                .isInstanceOf(Arguments.Wrong.class)
                .hasMessageContaining("atlantis");
    }

    private static Categories of(String government) throws JsonProcessingException {
        return Categories.of(government, new ObjectMapper().readTree(CatalogueFixture.JSON));
    }
}
