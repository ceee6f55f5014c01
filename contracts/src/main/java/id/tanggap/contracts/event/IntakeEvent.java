package id.tanggap.contracts.event;

import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.vocabulary.Visibility;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What intake-service tells: topic {@code complaint.intake.v1}. */
public sealed interface IntakeEvent extends Event {

    /**
     * A complaint was accepted and a receipt given (UU 25/2009 art. 44).
     *
     * @param number the number the citizen was given, such as {@code SKA-4F7K-92XM}
     * @param title masked; null when none was given or the complaint is {@link Visibility#SECRET}
     * @param text masked: identity numbers, telephones, e-mail addresses and account names are replaced; null when the
     *     complaint is {@link Visibility#SECRET}
     * @param category a category id of the government; null when the citizen chose none
     * @param location where the matter is; null when not told, and of a {@link Visibility#SECRET} complaint the region
     *     alone, which the routing needs
     * @param reachableBy the ways on which the citizen can be reached; the addresses stay in the vault
     * @param attachments the photos and papers that came with it, which stay in the vault; null when none did
     * @param receivedAt time of the receipt; the promise and the legal ceiling run from here
     */
    @WireName("complaint.received.v1")
    record ComplaintReceived(
            String number,
            Channel channel,
            ComplaintType type,
            Visibility visibility,
            @MaskedWords @Nullable String title,
            @MaskedWords @Nullable String text,
            @Nullable String category,
            @Nullable Location location,
            Set<ContactWay> reachableBy,
            @Nullable List<AttachedFile> attachments,
            Instant receivedAt)
            implements IntakeEvent {

        /** Without attachments. */
        public ComplaintReceived(
                String number,
                Channel channel,
                ComplaintType type,
                Visibility visibility,
                @Nullable String title,
                @Nullable String text,
                @Nullable String category,
                @Nullable Location location,
                Set<ContactWay> reachableBy,
                Instant receivedAt) {
            this(number, channel, type, visibility, title, text, category, location, reachableBy, null, receivedAt);
        }

        /** Withholds what is secret; takes the ways in the order of the enum, so that equal events are written alike. */
        public ComplaintReceived {
            attachments = AttachedFile.orNull(attachments);
            title = visibility.open(title);
            text = visibility.open(text);
            location = location == null ? null : location.within(visibility);
            var ways = EnumSet.noneOf(ContactWay.class);
            ways.addAll(reachableBy);
            reachableBy = Collections.unmodifiableSet(ways);
        }
    }

    /** The complaint was not taken on (Ditolak). */
    @WireName("complaint.screened-out.v1")
    record ComplaintScreenedOut(
            ScreeningReason reason,
            Instant screenedOutAt,
            @Nullable Boolean proposed) implements IntakeEvent, Act {
        public ComplaintScreenedOut(ScreeningReason reason, Instant screenedOutAt) {
            this(reason, screenedOutAt, null);
        }

        @Override
        public Instant at() {
            return screenedOutAt;
        }

        @Override
        public ComplaintScreenedOut as(@Nullable Boolean proposed, Instant at) {
            return new ComplaintScreenedOut(reason, at, proposed);
        }
    }

    /** Why a complaint was not taken on. */
    enum ScreeningReason {
        /** Advertising or abuse. */
        SPAM,
        /** Nothing that can be answered. */
        NO_COMPLAINT,
        /** The same matter by the same person again. */
        REPEATED
    }

    /**
     * The citizen gave what the office had asked for.
     *
     * @param text masked like the complaint's; null when the complaint is {@link Visibility#SECRET}, and in older events
     * @param attachments as in {@link ComplaintReceived}
     */
    @WireName("complaint.complainant-replied.v1")
    record ComplainantReplied(
            @MaskedWords @Nullable String text,
            @Nullable List<AttachedFile> attachments,
            Instant repliedAt,
            @Nullable Boolean proposed)
            implements IntakeEvent, Act {
        public ComplainantReplied {
            attachments = AttachedFile.orNull(attachments);
        }

        public static ComplainantReplied of(
                Visibility visibility,
                @Nullable String text,
                @Nullable List<AttachedFile> attachments,
                Instant repliedAt) {
            return new ComplainantReplied(visibility.open(text), attachments, repliedAt, null);
        }

        public static ComplainantReplied withoutWords(Instant repliedAt) {
            return new ComplainantReplied(null, repliedAt);
        }

        public ComplainantReplied(@Nullable String text, Instant repliedAt) {
            this(text, repliedAt, null);
        }

        /** Without attachments. */
        public ComplainantReplied(@Nullable String text, Instant repliedAt, @Nullable Boolean proposed) {
            this(text, null, repliedAt, proposed);
        }

        @Override
        public Instant at() {
            return repliedAt;
        }

        @Override
        public ComplainantReplied as(@Nullable Boolean proposed, Instant at) {
            return new ComplainantReplied(text, attachments, at, proposed);
        }
    }

    /** The citizen took the complaint back. */
    @WireName("complaint.withdrawn.v1")
    record ComplaintWithdrawn(Instant withdrawnAt, @Nullable Boolean proposed) implements IntakeEvent, Act {
        public ComplaintWithdrawn(Instant withdrawnAt) {
            this(withdrawnAt, null);
        }

        @Override
        public Instant at() {
            return withdrawnAt;
        }

        @Override
        public ComplaintWithdrawn as(@Nullable Boolean proposed, Instant at) {
            return new ComplaintWithdrawn(at, proposed);
        }
    }

    /**
     * The citizen disputes the answer (keberatan).
     *
     * @param reason masked like the complaint's text; null when the complaint is {@link Visibility#SECRET}, and in older
     *     events
     * @param attachments as in {@link ComplaintReceived}
     */
    @WireName("complaint.objection-raised.v1")
    record ObjectionRaised(
            @MaskedWords @Nullable String reason,
            @Nullable List<AttachedFile> attachments,
            Instant raisedAt,
            @Nullable Boolean proposed)
            implements IntakeEvent, Act {
        public ObjectionRaised {
            attachments = AttachedFile.orNull(attachments);
        }

        public static ObjectionRaised of(
                Visibility visibility,
                @Nullable String reason,
                @Nullable List<AttachedFile> attachments,
                Instant raisedAt) {
            return new ObjectionRaised(visibility.open(reason), attachments, raisedAt, null);
        }

        public static ObjectionRaised withoutWords(Instant raisedAt) {
            return new ObjectionRaised(null, raisedAt);
        }

        public ObjectionRaised(@Nullable String reason, Instant raisedAt) {
            this(reason, raisedAt, null);
        }

        /** Without attachments. */
        public ObjectionRaised(@Nullable String reason, Instant raisedAt, @Nullable Boolean proposed) {
            this(reason, null, raisedAt, proposed);
        }

        @Override
        public Instant at() {
            return raisedAt;
        }

        @Override
        public ObjectionRaised as(@Nullable Boolean proposed, Instant at) {
            return new ObjectionRaised(reason, attachments, at, proposed);
        }
    }

    /**
     * The citizen tells more without having been asked; it moves nothing.
     *
     * @param text masked like the complaint's text; null when the complaint is {@link Visibility#SECRET}
     * @param attachments as in {@link ComplaintReceived}
     */
    @WireName("complaint.supplemented.v1")
    record ComplaintSupplemented(
            @MaskedWords @Nullable String text, @Nullable List<AttachedFile> attachments, Instant supplementedAt)
            implements IntakeEvent {
        public ComplaintSupplemented {
            attachments = AttachedFile.orNull(attachments);
        }

        public static ComplaintSupplemented of(
                Visibility visibility,
                @Nullable String text,
                @Nullable List<AttachedFile> attachments,
                Instant supplementedAt) {
            return new ComplaintSupplemented(visibility.open(text), attachments, supplementedAt);
        }
    }

    /**
     * The citizen agrees that the complaint, which was not answered for long, is handed to the Ombudsman (UU 25/2009 art. 46);
     * it moves nothing.
     */
    @WireName("complaint.ombudsman-agreed.v1")
    record OmbudsmanAgreed(Instant agreedAt) implements IntakeEvent {}

    /**
     * The citizen filled in the satisfaction survey (SKM, Permen PANRB 14/2017), once the complaint was answered.
     *
     * @param comment masked like the complaint's text; null when there is none or the complaint is
     *     {@link Visibility#SECRET}
     */
    @WireName("complaint.survey-answered.v1")
    record SurveyAnswered(
            SurveyScores scores, @MaskedWords @Nullable String comment, Instant answeredAt) implements IntakeEvent {
        public static SurveyAnswered of(
                Visibility visibility, SurveyScores scores, @Nullable String comment, Instant answeredAt) {
            return new SurveyAnswered(scores, visibility.open(comment), answeredAt);
        }
    }

    /**
     * The nine elements of the survey in their legal order, from 1 (not good) to 4 (very good).
     *
     * @param requirements U1, persyaratan
     * @param procedure U2, sistem, mekanisme dan prosedur
     * @param time U3, waktu penyelesaian
     * @param cost U4, biaya
     * @param result U5, produk layanan
     * @param competence U6, kompetensi pelaksana
     * @param conduct U7, perilaku pelaksana
     * @param complaintHandling U8, penanganan pengaduan, saran dan masukan
     * @param facilities U9, sarana dan prasarana
     */
    record SurveyScores(
            int requirements,
            int procedure,
            int time,
            int cost,
            int result,
            int competence,
            int conduct,
            int complaintHandling,
            int facilities) {

        /** @param marks U1 to U9 */
        public static SurveyScores of(List<Integer> marks) {
            return new SurveyScores(
                    marks.get(0),
                    marks.get(1),
                    marks.get(2),
                    marks.get(3),
                    marks.get(4),
                    marks.get(5),
                    marks.get(6),
                    marks.get(7),
                    marks.get(8));
        }

        /** U1 to U9. */
        public List<Integer> inOrder() {
            return List.of(
                    requirements, procedure, time, cost, result, competence, conduct, complaintHandling, facilities);
        }
    }

    /**
     * The complaint is about the same matter as another and is carried on there.
     *
     * @param parent the complaint that carries both
     */
    @WireName("complaint.linked.v1")
    record ComplaintsLinked(
            UUID parent, Instant linkedAt, @Nullable Boolean proposed) implements IntakeEvent, Act {
        public ComplaintsLinked(UUID parent, Instant linkedAt) {
            this(parent, linkedAt, null);
        }

        @Override
        public Instant at() {
            return linkedAt;
        }

        @Override
        public ComplaintsLinked as(@Nullable Boolean proposed, Instant at) {
            return new ComplaintsLinked(parent, at, proposed);
        }
    }

    /** The complaint stands on its own again, where it stood before it was linked. */
    @WireName("complaint.unlinked.v1")
    record ComplaintsUnlinked(Instant unlinkedAt, @Nullable Boolean proposed) implements IntakeEvent, Act {
        public ComplaintsUnlinked(Instant unlinkedAt) {
            this(unlinkedAt, null);
        }

        @Override
        public Instant at() {
            return unlinkedAt;
        }

        @Override
        public ComplaintsUnlinked as(@Nullable Boolean proposed, Instant at) {
            return new ComplaintsUnlinked(at, proposed);
        }
    }

    /**
     * What the citizen wrote was masked anew from what the vault keeps, for the rules of masking hide more than they did: these
     * words stand in place of all that were told before. Never of a complaint that is {@link Visibility#SECRET}, of which none
     * were told.
     *
     * @param title masked; null when none was given
     * @param text masked
     * @param address masked; null when none was told
     * @param added what the citizen wrote later, in its order
     */
    @WireName("complaint.masked-anew.v1")
    record MaskedAnew(
            @MaskedWords @Nullable String title,
            @MaskedWords @Nullable String text,
            @MaskedWords @Nullable String address,
            List<AddedWords> added,
            Instant maskedAt)
            implements IntakeEvent {

        public MaskedAnew {
            added = List.copyOf(added);
        }

        public static MaskedAnew of(
                Visibility visibility,
                @Nullable String title,
                @Nullable String text,
                @Nullable String address,
                List<AddedWords> added,
                Instant maskedAt) {
            return new MaskedAnew(
                    visibility.open(title),
                    visibility.open(text),
                    visibility.open(address),
                    visibility.isSecret() ? List.of() : added,
                    maskedAt);
        }

        /** Null when the citizen wrote none of this kind at that time. */
        public @Nullable String words(AddedKind kind, Instant at) {
            return added.stream()
                    .filter(words -> words.kind() == kind && words.at().equals(at))
                    .map(AddedWords::words)
                    .findFirst()
                    .orElse(null);
        }

        /** Shows nothing of the words, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "MaskedAnew[" + maskedAt + "]";
        }
    }

    /**
     * Words that the citizen added.
     *
     * @param at when they had their effect, or, of those that had none, when they were written
     * @param words masked
     */
    record AddedWords(
            AddedKind kind,
            Instant at,
            @MaskedWords @Nullable String words) {
        /** Shows nothing of the words, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "AddedWords[" + kind + "]";
        }
    }

    /** What a citizen writes to a complaint after its receipt. */
    enum AddedKind {
        /** {@link ComplainantReplied}. */
        REPLIED,
        /** {@link ObjectionRaised}. */
        OBJECTED,
        /** {@link SurveyAnswered}. */
        SURVEYED,
        /** {@link ComplaintSupplemented}. */
        SUPPLEMENTED
    }

    /**
     * A photo or a paper that the citizen sent along, of a secret complaint too: this much says nothing of what it shows. Its
     * name and its content stay in the vault.
     *
     * @param id under which intake shows it to who may look
     * @param mediaType by its content, such as {@code image/jpeg}
     * @param size in bytes, as it is kept
     */
    record AttachedFile(UUID id, String mediaType, int size) {

        /** Null for none, so that equal events are written alike. */
        static @Nullable List<AttachedFile> orNull(@Nullable List<AttachedFile> files) {
            return files == null || files.isEmpty() ? null : List.copyOf(files);
        }
    }

    /**
     * Where the matter is.
     *
     * @param address as told by the citizen, masked like the text
     * @param regionCode Kemendagri code of district or village, such as {@code 33.72.01.1001}
     * @param lat degrees north, WGS 84
     * @param lon degrees east, WGS 84
     */
    record Location(
            @MaskedWords @Nullable String address,
            @Nullable String regionCode,
            @Nullable Double lat,
            @Nullable Double lon) {

        /** Of a secret complaint the region alone. */
        Location within(Visibility visibility) {
            return visibility.isSecret() ? new Location(null, regionCode, null, null) : this;
        }
    }
}
