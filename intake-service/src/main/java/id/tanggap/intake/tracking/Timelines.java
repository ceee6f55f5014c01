package id.tanggap.intake.tracking;

import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.governments.Governments;
import id.tanggap.governments.sop.Ombudsman;
import id.tanggap.governments.sop.Sop;
import id.tanggap.intake.attachment.Attachments;
import id.tanggap.intake.attachment.Attachments.Attached;
import id.tanggap.intake.attachment.Found;
import id.tanggap.intake.term.Purpose;
import id.tanggap.intake.term.Reckoned;
import id.tanggap.intake.term.Reckonings;
import id.tanggap.intake.term.Reckonings.Reckoning;
import id.tanggap.intake.term.Terms;
import id.tanggap.intake.tracking.Timeline.Dates;
import id.tanggap.intake.tracking.Timeline.Entry;
import id.tanggap.intake.tracking.Timeline.Own;
import id.tanggap.intake.vault.Seal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds a complaint's timeline for who can prove to be its author. */
@ApplicationScoped
public class Timelines {
    private static final Logger LOG = Logger.getLogger(Timelines.class);

    private final OwnComplaints complaints;
    private final Attachments attachments;
    private final SecretWords secretWords;
    private final Terms terms;
    private final Reckonings reckonings;
    private final Governments governments;
    private final Seal seal;
    private final InstantSource time;

    Timelines(
            OwnComplaints complaints,
            Attachments attachments,
            @RestClient SecretWords secretWords,
            Terms terms,
            @RestClient Reckonings reckonings,
            Governments governments,
            Seal seal,
            InstantSource time) {
        this.complaints = complaints;
        this.attachments = attachments;
        this.secretWords = secretWords;
        this.terms = terms;
        this.reckonings = reckonings;
        this.governments = governments;
        this.seal = seal;
        this.time = time;
    }

    /** Null for an unknown number as for a wrong secret. */
    public Uni<@Nullable Timeline> of(String number, String secret) {
        return complaints.find(number, secret).chain(own -> {
            if (own == null) {
                return Uni.createFrom().nullItem();
            }
            return complaints
                    .course(own.id())
                    .<@Nullable Timeline>chain(course -> Uni.combine()
                            .all()
                            .unis(
                                    question(own, course),
                                    answer(own, course),
                                    attachments.of(own.id()),
                                    terms.of(own.id()))
                            .with((question, answer, files, dates) -> timeline(
                                    own,
                                    course,
                                    dates(own, course, dates),
                                    new Said(question.orElse(null), answer.orElse(null)),
                                    files)));
        });
    }

    /** Null for an unknown number as for a wrong secret. */
    public Uni<@Nullable Found> attachment(String number, String secret, UUID wanted) {
        return complaints
                .find(number, secret)
                .chain(own -> own == null
                        ? Uni.createFrom().nullItem()
                        : attachments.find(own.id(), wanted, own.wrappedKey()));
    }

    /** What the office said, where there is something to say and it can be had. */
    private record Said(@Nullable String question, @Nullable String answer) {}

    private Dates dates(OwnComplaint own, Course course, Map<Purpose, Instant> known) {
        return Dates.of(course, own.dueAt(), known, sop(own), time.instant());
    }

    private @Nullable Ombudsman ombudsman(OwnComplaint own) {
        var sop = sop(own);
        return sop == null ? null : sop.ombudsman();
    }

    private @Nullable Sop sop(OwnComplaint own) {
        var government = governments.find(own.government());
        return government == null ? null : government.sop();
    }

    /**
     * How every date of a complaint is reckoned.
     *
     * @return null for an unknown number as for a wrong secret; without dates when they cannot be had now
     */
    public Uni<@Nullable Reckoned> reckoned(String number, String secret) {
        return complaints
                .find(number, secret)
                .chain(own -> own == null
                        ? Uni.createFrom().<@Nullable Reckoned>nullItem()
                        : reckonings(own).map(all -> Reckoned.of(own.number(), all, sop(own))));
    }

    private Uni<List<Reckoning>> reckonings(OwnComplaint own) {
        return reckonings.of(own.id()).onFailure().recoverWithItem(failure -> {
            LOG.warnf(
                    "How the dates are reckoned cannot be had: %s",
                    failure.getClass().getSimpleName());
            return List.of();
        });
    }

    /** Empty while the office asks nothing, and when the question cannot be had now. */
    private Uni<Optional<String>> question(OwnComplaint own, Course course) {
        return own.visibility().isSecret() && course.status() == PublicState.NEEDS_INFO
                ? had(secretWords.question(own.id()))
                : Uni.createFrom().item(Optional.ofNullable(course.question()));
    }

    /** Empty when there is none yet, and when it cannot be had now. */
    private Uni<Optional<String>> answer(OwnComplaint own, Course course) {
        var answered = course.last(Step.ANSWERED);
        return answered != null && own.visibility().isSecret()
                ? had(secretWords.answer(own.id()))
                : Uni.createFrom().item(Optional.ofNullable(answered).map(Course.Fact::words));
    }

    private static Uni<Optional<String>> had(Uni<SecretWords.Words> words) {
        return words.map(found -> Optional.of(found.text())).onFailure().recoverWithItem(failure -> {
            LOG.warnf(
                    "The office's words to a secret complainant cannot be shown: %s",
                    failure.getClass().getSimpleName());
            return Optional.empty();
        });
    }

    private @Nullable Own own(OwnComplaint own) {
        var key = own.wrappedKey();
        if (key == null) {
            return null;
        }
        var identity = seal.open(own.id(), key, own.sealed());
        return new Own(identity.title(), identity.text(), identity.address());
    }

    private Timeline timeline(OwnComplaint own, Course course, Dates dates, Said said, List<Attached> files) {
        return new Timeline(
                own.number(),
                course.status(),
                course.status().words().id(),
                own.receivedAt(),
                dates,
                own.agencyName(),
                said.question(),
                said.answer(),
                own(own),
                open(own, course),
                course.passed().stream()
                        .map(passed -> Entry.of(
                                passed,
                                passed.counts() ? told(passed.fact(), own, said) : tooLate(passed.fact()),
                                with(passed.fact(), files)))
                        .toList());
    }

    private List<Step> open(OwnComplaint own, Course course) {
        return course.refusalToAgree(ombudsman(own), time.instant()) == null
                ? Stream.concat(course.open().stream(), Stream.of(Step.OMBUDSMAN_AGREED))
                        .toList()
                : course.open();
    }

    /** The files that came with it; null for none. */
    private static @Nullable List<AttachedFile> with(Course.Fact fact, List<Attached> files) {
        var mayHaveSome = fact.addition() != null || fact.step() == Step.RECEIVED;
        var its = files.stream()
                .filter(file -> mayHaveSome && Objects.equals(file.addition(), fact.addition()))
                .map(Attached::file)
                .toList();
        return its.isEmpty() ? null : its;
    }

    /** What happened in the words that are told of it everywhere, and why words of the office are missing. */
    private static List<Saying> told(Course.Fact fact, OwnComplaint own, Said said) {
        var told = fact.step().turn().words().id();
        return switch (fact.step()) {
            case DISPATCHED, MOVE_CALLED_OFF ->
                List.of(new Saying(told, Map.of("agency", String.valueOf(own.agencyName()))));
            case OUT_OF_JURISDICTION ->
                List.of(new Saying(
                        told,
                        Map.of(
                                "institution",
                                String.valueOf(own.institution()),
                                "advice",
                                String.valueOf(own.advice()))));
            case NEEDS_INFO ->
                fact.words() == null && said.question() == null
                        ? List.of(new Saying(told), new Saying("Pertanyaannya tidak dapat ditampilkan di sini."))
                        : List.of(new Saying(told));
            case ANSWERED ->
                said.answer() == null
                        ? List.of(
                                new Saying(told),
                                new Saying("Jawabannya belum dapat ditampilkan; buka lagi beberapa saat lagi."))
                        : List.of(new Saying(told));
            default -> List.of(new Saying(told));
        };
    }

    private static List<Saying> tooLate(Course.Fact fact) {
        return switch (fact.step()) {
            case REPLIED ->
                List.of(
                        new Saying("Kelengkapan Anda tiba setelah penanganan dilanjutkan."),
                        new Saying("Petugas tetap dapat membacanya."));
            case OBJECTED ->
                List.of(
                        new Saying("Keberatan Anda tiba setelah aduan ini berakhir dan tidak diproses."),
                        new Saying("Sampaikan aduan baru bila masalahnya belum teratasi."));
            case SUPPLEMENTED ->
                List.of(
                        new Saying("Keterangan Anda tiba setelah aduan ini berakhir."),
                        new Saying("Petugas tetap dapat membacanya."));
            case OMBUDSMAN_AGREED -> List.of(new Saying("Persetujuan Anda tiba setelah aduan ini dijawab."));
            case WITHDRAWN -> List.of(new Saying("Pencabutan Anda tiba setelah aduan ini berakhir."));
            case REJECTED -> List.of(new Saying("Aduan ini sudah diteruskan; penanganannya berlanjut."));
            default -> List.of(new Saying("Tercatat setelah aduan ini berakhir."));
        };
    }
}
