package id.tanggap.intake.past.told;

import static java.util.Objects.requireNonNullElse;

import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.masking.Masking;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A complaint as its source tells of it, words unmasked; null is what it does not tell. */
public record PastComplaint(
        Origin origin, Kind kind, Words words, Subject subject, Instant receivedAt, Handling handling) {

    /**
     * @param id what its source calls it, alone among all that this source has
     * @param number what it is called here
     */
    public record Origin(
            ImportSource source,
            String id,
            String number,
            @Nullable Channel channel) {
        private Channel channelOrUsual() {
            return requireNonNullElse(channel, source == ImportSource.RECAP_SHEET ? Channel.WHATSAPP : Channel.WEB);
        }
    }

    public record Kind(
            @Nullable ComplaintType type, @Nullable Visibility visibility) {
        private ComplaintType typeOrUsual() {
            return requireNonNullElse(type, ComplaintType.ORDINARY);
        }

        /** Whether its words are not told. */
        public boolean isSecret() {
            return visibilityOrUsual().isSecret();
        }

        /** What its source does not mark is public. */
        private Visibility visibilityOrUsual() {
            return requireNonNullElse(visibility, Visibility.PUBLIC);
        }
    }

    /** @param complainant as told; goes nowhere, but is masked wherever it stands */
    public record Words(
            @Nullable String complainant,
            @Nullable String title,
            @Nullable String text) {
        /** Shows nothing of them, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Words[]";
        }
    }

    /**
     * What it is about, where, and whose matter.
     *
     * @param category an id of the government, or the source's own word
     */
    public record Subject(
            @Nullable String category,
            @Nullable String regionCode,
            @Nullable AgencyTold agency) {}

    /**
     * @param id of the government, or made of the source's name
     * @param name as the source wrote it
     */
    public record AgencyTold(String id, String name) {}

    /** What became of it there. */
    public record Handling(
            @Nullable ImportedState state,
            @Nullable Instant answeredAt,
            @Nullable String answer) {
        private ImportedState stateOrUsual() {
            return requireNonNullElse(state, ImportedState.OPEN);
        }

        /** Shows nothing of the answer, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Handling[" + state + "]";
        }
    }

    /**
     * What may be told of it, and the usual where it tells nothing: without the person, and of a secret one, as the event
     * sees to, without words.
     */
    public ComplaintImported imported(Masking here, Instant now) {
        var masking = here.of(words.complainant());
        var agency = subject.agency();
        return new ComplaintImported(
                origin.number(),
                origin.source(),
                origin.channelOrUsual(),
                kind.typeOrUsual(),
                kind.visibilityOrUsual(),
                masking.mask(words.title()),
                masking.mask(words.text()),
                subject.category(),
                subject.regionCode(),
                agency == null ? null : agency.id(),
                agency == null ? null : agency.name(),
                receivedAt,
                handling.stateOrUsual(),
                handling.answeredAt(),
                masking.mask(handling.answer()),
                now,
                null);
    }

    /** All of it in an order that stays: what was told once is told again by the same bytes. */
    public byte[] told() {
        var agency = subject.agency();
        return Stream.<@Nullable Object>of(
                        origin.number(),
                        words.complainant(),
                        origin.channelOrUsual(),
                        kind.typeOrUsual(),
                        kind.visibilityOrUsual(),
                        words.title(),
                        words.text(),
                        subject.category(),
                        subject.regionCode(),
                        agency == null ? null : agency.id(),
                        receivedAt,
                        handling.stateOrUsual(),
                        handling.answeredAt(),
                        handling.answer())
                .map(part -> part == null ? "" : part.toString())
                .collect(Collectors.joining("\0"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Shows nothing of the words and the person, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "PastComplaint[" + origin.number() + "]";
    }
}
