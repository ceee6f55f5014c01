package id.tanggap.governments.place;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.place.Village.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionLabelsTest {
    private static final RegionLabels LABELS = new RegionLabels(List.of(
            new District(
                    "33.72.01",
                    "Laweyan",
                    List.of(
                            new Village("33.72.01.1001", "Laweyan", Kind.KELURAHAN),
                            new Village("33.72.01.1002", "Sriwedari", Kind.KELURAHAN),
                            new Village("33.72.01.1003", "Ngadirejo", Kind.KELURAHAN))),
            new District("33.72.02", "Jebres", List.of(new Village("33.72.02.1001", "Ngadirejo", Kind.KELURAHAN)))));

    @Test
    void callsARegionByItsNameAloneWhereNoOtherIsCalledSo() {
        assertThat(LABELS.label("33.72.01")).isEqualTo("Laweyan");
        assertThat(LABELS.label("33.72.01.1001")).isEqualTo("Laweyan, Laweyan");
        assertThat(LABELS.label("33.72.01.1002")).isEqualTo("Sriwedari");
        assertThat(LABELS.label("33.72.02.1001")).isEqualTo("Ngadirejo, Jebres");
        assertThat(LABELS.label("33.13.01")).isEqualTo("33.13.01");
    }

    @Test
    void findsEachByItsLabel() {
        assertThat(List.of("33.72.01", "33.72.01.1001", "33.72.01.1003", "33.72.02.1001"))
                .allSatisfy(code -> assertThat(LABELS.region(LABELS.label(code)))
                        .extracting(Region::code)
                        .isEqualTo(code));
        assertThat(LABELS.region("NGADIREJO, jebres")).isNotNull();
        assertThat(LABELS.region("Ngadirejo")).isNull();
    }
}
