package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.masking.Masking;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its source tells of it, words unmasked.
 *
 * @param sourceId what its source calls it, alone among all that this source has
 * @param number what it is called here
 * @param complainant as told; goes nowhere, but is masked wherever it stands
 * @param category an id of the government, or the source's own word
 * @param agency an id of the government, or one made of the source's name
 */
public record PastComplaint(
        ImportSource source,
        String sourceId,
        String number,
        @Nullable String complainant,
        Channel channel,
        ComplaintType type,
        Visibility visibility,
        @Nullable String title,
        @Nullable String text,
        @Nullable String category,
        @Nullable String regionCode,
        @Nullable AgencyTold agency,
        Instant receivedAt,
        ImportedState state,
        @Nullable Instant answeredAt,
        @Nullable String answer) {

    /** @param name as the source wrote it */
    public record AgencyTold(String id, String name) {}

    /** What may be told of it: without the person, and of a secret one, as the event sees to, without words. */
    public ComplaintImported imported(Instant now) {
        var masking = Masking.of(complainant);
        return new ComplaintImported(
                number,
                source,
                channel,
                type,
                visibility,
                masking.mask(title),
                masking.mask(text),
                category,
                regionCode,
                agency == null ? null : agency.id(),
                agency == null ? null : agency.name(),
                receivedAt,
                state,
                answeredAt,
                masking.mask(answer),
                now);
    }

    /** All of it in an order that stays: what was told once is told again by the same bytes. */
    public byte[] told() {
        return Stream.<@Nullable Object>of(
                        number,
                        complainant,
                        channel,
                        type,
                        visibility,
                        title,
                        text,
                        category,
                        regionCode,
                        agency == null ? null : agency.id(),
                        receivedAt,
                        state,
                        answeredAt,
                        answer)
                .map(part -> part == null ? "" : part.toString())
                .collect(Collectors.joining("\0"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Shows nothing of the words and the person, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "PastComplaint[" + number + "]";
    }
}
