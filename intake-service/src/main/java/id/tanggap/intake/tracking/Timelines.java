package id.tanggap.intake.tracking;

import id.tanggap.intake.tracking.Timeline.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds a complaint's timeline for who can prove to be its author. */
@ApplicationScoped
class Timelines {
    private static final Logger LOG = Logger.getLogger(Timelines.class);

    private final OwnComplaints complaints;
    private final SecretWords secretWords;

    Timelines(OwnComplaints complaints, @RestClient SecretWords secretWords) {
        this.complaints = complaints;
        this.secretWords = secretWords;
    }

    /** Null for an unknown number as for a wrong secret. */
    Uni<@Nullable Timeline> of(String number, String secret) {
        return complaints.find(number, secret).chain(own -> {
            if (own == null) {
                return Uni.createFrom().nullItem();
            }
            return complaints
                    .course(own.id())
                    .<@Nullable Timeline>chain(course -> Uni.combine()
                            .all()
                            .unis(question(own, course), answer(own, course))
                            .with((question, answer) ->
                                    timeline(own, course, question.orElse(null), answer.orElse(null))));
        });
    }

    /** Empty while the office asks nothing, and when the question cannot be had now. */
    private Uni<Optional<String>> question(OwnComplaint own, Course course) {
        return own.visibility().isSecret() && course.status() == Step.NEEDS_INFO
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

    private static Timeline timeline(
            OwnComplaint own, Course course, @Nullable String question, @Nullable String answer) {
        return new Timeline(
                own.number(),
                course.status(),
                own.receivedAt(),
                course.status().isUnanswered() ? null : own.dueAt(),
                own.agencyName(),
                question,
                answer,
                course.open(),
                course.passed().stream()
                        .map(passed -> new Entry(
                                passed.fact().at(),
                                passed.fact().step(),
                                passed.counts() ? text(passed.fact(), own, question, answer) : tooLate(passed.fact()),
                                passed.fact().words()))
                        .toList());
    }

    private static String text(Course.Fact fact, OwnComplaint own, @Nullable String question, @Nullable String answer) {
        return switch (fact.step()) {
            case RECEIVED -> "Aduan diterima.";
            case FORWARDED -> "Aduan diteruskan ke grup perangkat daerah.";
            case DISPATCHED -> "Aduan diteruskan ke " + own.agencyName() + ".";
            case IN_PROGRESS -> "Aduan sedang ditindaklanjuti.";
            case NEEDS_INFO ->
                fact.words() == null && question == null
                        ? "Instansi meminta kelengkapan dari Anda. Pertanyaannya tidak dapat ditampilkan di sini."
                        : "Instansi meminta kelengkapan dari Anda.";
            case REPLIED -> "Anda mengirim kelengkapan.";
            case REPLY_OVERDUE -> "Penanganan dilanjutkan tanpa kelengkapan.";
            case ANSWERED ->
                answer == null
                        ? "Aduan dijawab. Jawabannya belum dapat ditampilkan; buka lagi beberapa saat lagi."
                        : "Aduan dijawab.";
            case RESOLVED -> "Tindak lanjut tuntas.";
            case OBJECTED -> "Anda mengajukan keberatan.";
            case SURVEYED -> "Anda mengisi survei kepuasan.";
            case OUT_OF_JURISDICTION ->
                "Bukan kewenangan pemerintah daerah ini, melainkan " + own.institution() + ". " + own.advice();
            case CLOSED -> "Aduan selesai.";
            case WITHDRAWN -> "Anda mencabut aduan ini.";
            case REJECTED -> "Aduan tidak dapat ditindaklanjuti.";
        };
    }

    private static String tooLate(Course.Fact fact) {
        return switch (fact.step()) {
            case REPLIED -> "Kelengkapan Anda tiba setelah penanganan dilanjutkan. Petugas tetap dapat membacanya.";
            case OBJECTED ->
                "Keberatan Anda tiba setelah aduan ini berakhir dan tidak diproses. Sampaikan aduan baru bila masalahnya"
                        + " belum teratasi.";
            case WITHDRAWN -> "Pencabutan Anda tiba setelah aduan ini berakhir.";
            case REJECTED -> "Aduan ini sudah diteruskan; penanganannya berlanjut.";
            default -> "Tercatat setelah aduan ini berakhir.";
        };
    }
}
