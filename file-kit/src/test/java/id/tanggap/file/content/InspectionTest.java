package id.tanggap.file.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.file.content.Inspected.Passed;
import id.tanggap.file.content.Inspected.Reason;
import id.tanggap.file.content.Inspected.Refused;
import id.tanggap.testkit.Camera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The looking into files in a process of its own. */
class InspectionTest {
    private static final int MOST = 10 << 20;
    private final Inspection inspection = new Inspection(MOST, 1);

    @Test
    void bringsBackWhatTheProcessMade() {
        var photo = Camera.withExif(Camera.jpeg(), Camera.exif(6, -7.56612, 110.82514));

        var there = inspection.of(photo);

        assertThat(there)
                .isInstanceOf(Passed.class)
                .usingRecursiveComparison()
                .isEqualTo(new Examination(MOST).of(photo));
        assertThat(inspection.of(Camera.PDF)).isInstanceOf(Passed.class);
        assertThat(inspection.of(Camera.WEBP_WITH_ALPHA))
                .usingRecursiveComparison()
                .isEqualTo(new Examination(MOST).of(Camera.WEBP_WITH_ALPHA));
    }

    @ParameterizedTest
    @EnumSource
    void survives(HostilePicture picture) throws IOException {
        var content = picture.content();
        assertThat(content).hasSizeLessThan(MOST);
        var inspected = inspection.of(content);

        if (picture.reason() != null) {
            assertThat(inspected).isEqualTo(new Refused(picture.reason()));
        }
        assertThat(inspection.of(Camera.jpeg())).isInstanceOf(Passed.class);
    }

    @Test
    void refusesWhatTakesTooLong() {
        var impatient = new Inspection(MOST, 1, Inspection.JOB.within(Duration.ofMillis(1)));

        assertThat(impatient.of(Camera.jpeg())).isEqualTo(new Refused(Reason.TOO_MANY_PIXELS));
    }

    @Test
    void refusesWhatIsTooLarge(@TempDir Path directory) throws IOException {
        var large = Arrays.copyOf(Camera.jpeg(), MOST + 1);

        assertThat(inspection.of(large)).isEqualTo(new Refused(Reason.TOO_LARGE));
        assertThat(inspection.of(Files.write(directory.resolve("large"), large)))
                .isEqualTo(new Refused(Reason.TOO_LARGE));
        assertThat(inspection.of(Files.write(directory.resolve("small"), Camera.jpeg())))
                .isInstanceOf(Passed.class);
    }
}
