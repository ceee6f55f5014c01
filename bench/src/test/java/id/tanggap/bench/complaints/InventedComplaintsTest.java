package id.tanggap.bench.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InventedComplaintsTest {
    @Test
    void areOfTheMeasuredLengthAndNameThemselves() throws Exception {
        for (var bytes : invented().bodies(50, "surakarta", List.of("parkir", "banjir"))) {
            var body = new ObjectMapper().readTree(bytes);

            assertThat(body.path("text").asText()).hasSizeBetween(1_000, 1_150);
            assertThat(body.path("title").asText()).startsWith("Uji beban");
            assertThat(body.path("category").asText()).isIn("parkir", "banjir");
            assertThat(body.path("complainant").has("email")).isFalse();
        }
    }

    @Test
    void areTheSameInEveryRun() {
        assertThat(invented().bodies(5, "surakarta", List.of("parkir")))
                .isEqualTo(invented().bodies(5, "surakarta", List.of("parkir")));
    }

    private static InventedComplaints invented() {
        return new InventedComplaints(new SplittableRandom(1));
    }
}
