package id.tanggap.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceOfficesTest {
    private static final String MAWAR = "Kelurahan Mawar Putih";
    private static final String MELATI = "Kelurahan Melati";
    private static final String BUNGA = "Kecamatan Bunga";
    private final PlaceOffices offices = new PlaceOffices(List.of(MAWAR, MELATI, BUNGA, "Dinas Perhubungan"));

    @Test
    void makesOneLabelOfAllOfficesOfAKind() {
        var village = offices.encode(MAWAR, "Mawar Putih, Bunga, Kota");

        assertThat(offices.encode(MELATI, "Melati, Bunga, Kota")).isEqualTo(village);
        assertThat(offices.encode(BUNGA, null)).isNotEqualTo(village);
        assertThat(offices.encode("Dinas Perhubungan", null)).isEqualTo("Dinas Perhubungan");
    }

    @Test
    void findsTheOfficeOfThePlaceHoweverItIsSpaced() {
        var village = offices.encode(MAWAR, null);

        assertThat(offices.decode(village, "Mawarputih, Bunga, Kota")).isEqualTo(MAWAR);
        assertThat(offices.decode(village, " melati ")).isEqualTo(MELATI);
        assertThat(offices.decode(offices.encode(BUNGA, null), "Melati, Bunga, Kota"))
                .isEqualTo(BUNGA);
        assertThat(offices.decode("Dinas Perhubungan", null)).isEqualTo("Dinas Perhubungan");
    }

    @Test
    void findsNoneWhereThereIsNone() {
        var village = offices.encode(MAWAR, null);

        assertThat(offices.decode(village, null)).isNull();
        assertThat(offices.decode(village, "Kenanga, Bunga, Kota")).isNull();
        assertThat(offices.decode(offices.encode(BUNGA, null), "Melati")).isNull();
    }
}
