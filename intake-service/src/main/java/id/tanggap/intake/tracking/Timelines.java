package id.tanggap.intake.tracking;

import id.tanggap.contracts.vocabulary.PublicState;
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

    private static Timeline timeline(
            OwnComplaint own, Course course, @Nullable String question, @Nullable String answer) {
        return new Timeline(
                own.number(),
                course.status(),
                course.status().words().id(),
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

    /** What happened in the words that are told of it everywhere, and why words of the office are missing. */
    private static String text(Course.Fact fact, OwnComplaint own, @Nullable String question, @Nullable String answer) {
        var told = fact.step().turn().words().id();
        return switch (fact.step()) {
            case DISPATCHED, MOVE_CALLED_OFF -> told.replace("{agency}", String.valueOf(own.agencyName()));
            case OUT_OF_JURISDICTION ->
                told.replace("{institution}", String.valueOf(own.institution()))
                        .replace("{advice}", String.valueOf(own.advice()));
            case NEEDS_INFO ->
                fact.words() == null && question == null
                        ? told + " Pertanyaannya tidak dapat ditampilkan di sini."
                        : told;
            case ANSWERED ->
                answer == null ? told + " Jawabannya belum dapat ditampilkan; buka lagi beberapa saat lagi." : told;
            default -> told;
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
