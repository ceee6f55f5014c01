package id.tanggap.intake.tracking;

import id.tanggap.intake.tracking.Timeline.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds a complaint's timeline for who can prove to be its author. */
@ApplicationScoped
class Timelines {
    private static final Logger LOG = Logger.getLogger(Timelines.class);

    private final OwnComplaints complaints;
    private final SecretAnswers secretAnswers;

    Timelines(OwnComplaints complaints, @RestClient SecretAnswers secretAnswers) {
        this.complaints = complaints;
        this.secretAnswers = secretAnswers;
    }

    /** Null for an unknown number as for a wrong secret. */
    Uni<@Nullable Timeline> of(String number, String secret) {
        return complaints.find(number, secret).chain(own -> {
            if (own == null) {
                return Uni.createFrom().nullItem();
            }
            return complaints
                    .course(own.id())
                    .<@Nullable Timeline>chain(course ->
                            answer(own, course).<@Nullable Timeline>map(answer -> timeline(own, course, answer)));
        });
    }

    /** Null when there is none yet, and when it cannot be had now. */
    private Uni<@Nullable String> answer(OwnComplaint own, Course course) {
        var answered = course.last(Step.ANSWERED);
        if (answered == null || !own.secret()) {
            return Uni.createFrom().item(answered == null ? null : answered.words());
        }
        return secretAnswers
                .to(own.id())
                .<@Nullable String>map(SecretAnswers.Answer::text)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "The answer to a secret complaint cannot be shown: %s",
                            failure.getClass().getSimpleName());
                    return null;
                });
    }

    private static Timeline timeline(OwnComplaint own, Course course, @Nullable String answer) {
        return new Timeline(
                own.number(),
                course.status(),
                own.receivedAt(),
                own.dueAt(),
                own.agencyName(),
                course.question(),
                answer,
                course.open(),
                course.passed().stream()
                        .map(passed -> new Entry(
                                passed.fact().at(),
                                passed.fact().step(),
                                passed.counts() ? text(passed.fact(), own, answer) : tooLate(passed.fact()),
                                passed.fact().words()))
                        .toList());
    }

    private static String text(Course.Fact fact, OwnComplaint own, @Nullable String answer) {
        return switch (fact.step()) {
            case RECEIVED -> "Aduan diterima.";
            case FORWARDED -> "Aduan diteruskan ke grup perangkat daerah.";
            case DISPATCHED -> "Aduan diteruskan ke " + own.agencyName() + ".";
            case IN_PROGRESS -> "Aduan sedang ditindaklanjuti.";
            case NEEDS_INFO ->
                fact.words() == null
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
            case OUT_OF_JURISDICTION ->
                "Bukan kewenangan pemerintah daerah ini, melainkan " + own.institution() + ". " + own.advice();
            case CLOSED -> "Aduan selesai.";
            case WITHDRAWN -> "Anda mencabut aduan ini.";
        };
    }

    private static String tooLate(Course.Fact fact) {
        return switch (fact.step()) {
            case REPLIED -> "Kelengkapan Anda tiba setelah penanganan dilanjutkan. Petugas tetap dapat membacanya.";
            case OBJECTED ->
                "Keberatan Anda tiba setelah aduan ini berakhir dan tidak diproses. Sampaikan aduan baru bila masalahnya"
                        + " belum teratasi.";
            case WITHDRAWN -> "Pencabutan Anda tiba setelah aduan ini berakhir.";
            default -> "Tercatat setelah aduan ini berakhir.";
        };
    }
}
