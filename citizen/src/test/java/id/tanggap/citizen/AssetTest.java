package id.tanggap.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssetTest {
    /** A line that is no comment, and no part of one. */
    private static final String CODE = "^[^*/].*|^/\\*\\* @type .*\\*/ .*";

    @ParameterizedTest
    @EnumSource(Asset.class)
    void keepsEveryLineOfCode(Asset asset) {
        var delivered = new String(asset.content(), StandardCharsets.UTF_8);

        assertThat(written(asset).lines().map(String::strip).filter(line -> line.matches(CODE)))
                .isNotEmpty()
                .allMatch(delivered::contains);
    }

    private static String written(Asset asset) {
        try (var file = Asset.class.getResourceAsStream("assets/" + asset.file())) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
