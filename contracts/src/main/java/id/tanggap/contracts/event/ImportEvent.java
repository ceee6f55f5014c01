package id.tanggap.contracts.event;

import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What intake-service tells of complaints that another system handled before: topic {@code complaint.import.v1}. No clock
 * starts, no agency is asked and nobody is notified; they are counted and kept on record.
 */
public sealed interface ImportEvent extends Event {

    /**
     * A complaint of the past was taken over, or what is known of it changed; a later event replaces the earlier one.
     *
     * @param number what the complaint is called here, such as {@code SP4N-4711}
     * @param source whose record it was taken from
     * @param visibility as the source had it, or stricter
     * @param title masked; null when none is known or the complaint is {@link Visibility#SECRET}
     * @param text masked; null when the complaint is {@link Visibility#SECRET}
     * @param category a category id of the government, or the source's own word for what the government does not know
     * @param regionCode Kemendagri code of the district or the village
     * @param agency an agency id of the government, or one made of the source's name for it; null when none had the case
     * @param agencyName as the source wrote it; null when there is no agency
     * @param receivedAt when the source received it; midnight where it tells the day alone
     * @param answeredAt null when there is no answer, or its time is not known
     * @param answer the published answer, masked; null when none is known or the complaint is {@link Visibility#SECRET}
     * @param importId by which it was told; null when a version told it that could not take imports back
     */
    @WireName("complaint.imported.v1")
    record ComplaintImported(
            String number,
            ImportSource source,
            Channel channel,
            ComplaintType type,
            Visibility visibility,
            @MaskedWords @Nullable String title,
            @MaskedWords @Nullable String text,
            @Nullable String category,
            @Nullable String regionCode,
            @Nullable String agency,
            @Nullable String agencyName,
            Instant receivedAt,
            ImportedState state,
            @Nullable Instant answeredAt,
            @MaskedWords @Nullable String answer,
            Instant importedAt,
            @Nullable UUID importId)
            implements ImportEvent {

        /** Withholds what is secret. */
        public ComplaintImported {
            title = visibility.open(title);
            text = visibility.open(text);
            answer = visibility.open(answer);
        }

        /** The same as that import tells it. */
        public ComplaintImported by(UUID importId) {
            return new ComplaintImported(
                    number,
                    source,
                    channel,
                    type,
                    visibility,
                    title,
                    text,
                    category,
                    regionCode,
                    agency,
                    agencyName,
                    receivedAt,
                    state,
                    answeredAt,
                    answer,
                    importedAt,
                    importId);
        }

        /** Shows nothing of the words, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "ComplaintImported[" + number + "]";
        }
    }

    /**
     * An import was taken back (ADR 39), and what it told of the complaint holds no more: nothing is known of it, unless a
     * later event tells of it again. Emitted once for each complaint of which the import's telling stood.
     */
    @WireName("complaint.taken-back.v1")
    record ComplaintTakenBack(UUID importId, Instant takenBackAt) implements ImportEvent {}

    /** What is told of an import as a whole; subject and record key are the import's id. */
    sealed interface OfTheImport extends ImportEvent {}

    /**
     * An officer wishes an import taken back; reporting answers with {@link RecapEvent.TakeBackAllowed} or
     * {@link RecapEvent.TakeBackRefused}.
     *
     * @param months written {@code 2024-01}: all that complaints of the import stand in, or stood in before it
     */
    @WireName("complaint.take-back-asked.v1")
    record TakeBackAsked(List<String> months, Instant askedAt) implements OfTheImport {
        /** Keeps the list as it is now. */
        public TakeBackAsked {
            months = List.copyOf(months);
        }
    }

    /**
     * An import was taken back as a whole.
     *
     * @param complaints of how many a {@link ComplaintTakenBack} was told
     */
    @WireName("complaint.take-back-ended.v1")
    record TakeBackEnded(int complaints, Instant endedAt) implements OfTheImport {}

    /** Whose record a complaint was taken from. */
    enum ImportSource {
        /** The export of the national platform SP4N-LAPOR!. */
        SP4N,
        /** The monthly recap sheet that an office kept by itself (rekap aduan). */
        RECAP_SHEET,
        /** A file of a record book like this one: of another installation, or of an earlier one of this house. */
        RECORD_BOOK
    }

    /** What had become of the complaint when its record was taken over. */
    enum ImportedState {
        OPEN,
        ANSWERED,
        /** Put away without an answer. */
        ENDED
    }
}
