package id.tanggap.intake.page.lodge;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor typed, as it is kept.
 *
 * @param id another one each time that something is changed
 * @param draft null for one that became a complaint
 * @param complaint null for one that did not, as far as is known
 */
public record Kept(
        UUID id,
        String government,
        @Nullable Draft draft,
        @Nullable UUID complaint) {

    Draft typed() {
        return Objects.requireNonNullElse(draft, Draft.EMPTY);
    }
}
