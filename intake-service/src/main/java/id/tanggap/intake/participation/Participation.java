package id.tanggap.intake.participation;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.contracts.event.IntakeEvent;
import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintSupplemented;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.OmbudsmanAgreed;
import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
import id.tanggap.contracts.event.IntakeEvent.SurveyScores;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Governments;
import id.tanggap.intake.attachment.Attachments;
import id.tanggap.intake.attachment.Offered;
import id.tanggap.intake.participation.Participated.Added;
import id.tanggap.intake.participation.Participated.NotTheirs;
import id.tanggap.intake.participation.Participated.Refused;
import id.tanggap.intake.participation.Participated.WithoutFile;
import id.tanggap.intake.tracking.Course;
import id.tanggap.intake.tracking.OwnComplaint;
import id.tanggap.intake.tracking.OwnComplaints;
import id.tanggap.intake.tracking.OwnComplaints.Addition;
import id.tanggap.intake.tracking.Refusal;
import id.tanggap.intake.tracking.Step;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Maskings;
import id.tanggap.messaging.Trace;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.Proposals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a citizen adds to a complaint that is under way: what the office asked for, an objection, the withdrawal. */
@ApplicationScoped
public class Participation {
    private final OwnComplaints complaints;
    private final Attachments attachments;
    private final Seal seal;
    private final Maskings maskings;
    private final Outbox outbox;
    private final EventWriter events;
    private final Proposals proposals;
    private final Governments governments;
    private final InstantSource time;

    Participation(
            OwnComplaints complaints,
            Attachments attachments,
            Seal seal,
            Maskings maskings,
            Outbox outbox,
            EventWriter events,
            Proposals proposals,
            Governments governments,
            InstantSource time) {
        this.complaints = complaints;
        this.attachments = attachments;
        this.seal = seal;
        this.maskings = maskings;
        this.outbox = outbox;
        this.events = events;
        this.proposals = proposals;
        this.governments = governments;
        this.time = time;
    }

    public Uni<Participated> add(String number, String secret, Word word) {
        return outbox.inTransaction(transaction ->
                complaints.lock(transaction, number, secret).chain(own -> addIfTheirs(transaction, own, word)));
    }

    /** For whoever was known as the author otherwise: a conversation in which the complaint was brought. */
    public Uni<Participated> add(UUID complaint, Word word) {
        return outbox.inTransaction(transaction ->
                complaints.lock(transaction, complaint).chain(own -> addIfTheirs(transaction, own, word)));
    }

    private Uni<Participated> addIfTheirs(SqlConnection transaction, @Nullable OwnComplaint own, Word word) {
        return own == null ? became(new NotTheirs()) : add(transaction, own, word);
    }

    private Uni<Participated> add(SqlConnection transaction, OwnComplaint own, Word word) {
        var request = request(word);
        return complaints
                .addedUnder(transaction, own.id(), request)
                .chain(before -> before == null
                        ? complaints
                                .course(transaction, own.id())
                                .chain(course -> add(transaction, own, course, word, request))
                        : became(new Added(word.step(), before)));
    }

    private Uni<Participated> add(
            SqlConnection transaction, OwnComplaint own, Course course, Word word, byte @Nullable [] request) {
        var key = own.wrappedKey();
        if (key == null) {
            return became(new Refused(Refusal.IS_ERASED));
        }
        var refusal = refusal(own, course, word.step());
        if (refusal != null) {
            return became(new Refused(refusal));
        }
        return attachments
                .lock(transaction, word.tickets())
                .chain(offered -> offered.errors().isEmpty()
                        ? add(transaction, own, addition(own, key, word, course.next(time.instant()), request), offered)
                        : became(new WithoutFile(offered.errors())));
    }

    private @Nullable Refusal refusal(OwnComplaint own, Course course, Step step) {
        var government = governments.find(own.government());
        return step == Step.OMBUDSMAN_AGREED
                ? course.refusalToAgree(
                        government == null ? null : government.sop().ombudsman(), time.instant())
                : course.refusal(step);
    }

    private Uni<Participated> add(SqlConnection transaction, OwnComplaint own, Addition addition, Offered offered) {
        var claims = offered.claimedBy(own.id(), requireNonNull(own.wrappedKey()), addition.id(), seal);
        var told = proposals.of(event(own.visibility(), addition, offered.told()));
        var event = events.write(told, own.id(), own.government(), Trace.current());
        var act = Proposals.awaitsRouting(told) ? event.envelope().id() : null;
        return complaints
                .add(transaction, own.id(), addition, act)
                .chain(() -> attachments.claim(transaction, claims))
                .chain(() -> outbox.append(transaction, List.of(event)))
                .replaceWith(new Added(addition.step(), addition.at()));
    }

    private static Uni<Participated> became(Participated participated) {
        return Uni.createFrom().item(participated);
    }

    private Addition addition(OwnComplaint own, byte[] key, Word word, Instant at, byte @Nullable [] request) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var text = word.text();
        if (text == null) {
            return new Addition(id, word.step(), at, null, null, word.scores(), request);
        }
        var name = seal.open(own.id(), key, own.sealed()).name();
        return new Addition(
                id,
                word.step(),
                at,
                seal.sealWords(own.id(), key, id, text),
                own.visibility().open(maskings.in(own.government()).of(name).mask(text)),
                word.scores(),
                request);
    }

    /** What the other services are told of it. */
    public static IntakeEvent event(Visibility visibility, Addition addition, List<AttachedFile> files) {
        return switch (addition.step()) {
            case REPLIED -> ComplainantReplied.of(visibility, addition.words(), files, addition.at());
            case OBJECTED -> ObjectionRaised.of(visibility, addition.words(), files, addition.at());
            case SURVEYED ->
                SurveyAnswered.of(visibility, requireNonNull(addition.scores()), addition.words(), addition.at());
            case WITHDRAWN -> new ComplaintWithdrawn(addition.at());
            case SUPPLEMENTED -> ComplaintSupplemented.of(visibility, addition.words(), files, addition.at());
            case OMBUDSMAN_AGREED -> new OmbudsmanAgreed(addition.at());
            default -> throw new IllegalArgumentException(addition.step() + " is nothing a citizen adds");
        };
    }

    /** Another word under the same key is another request, which the state then admits or refuses. */
    private byte @Nullable [] request(Word word) {
        return word.idempotencyKey() == null
                ? null
                : seal.fingerprint((word.step() + "\n" + word.said() + "\n" + word.idempotencyKey())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param text null for a withdrawal, which needs no reason, and for a survey without a comment
     * @param scores of a survey alone
     * @param tickets of the files that come with it
     */
    public record Word(
            Step step,
            @Nullable String text,
            @Nullable SurveyScores scores,
            List<String> tickets,
            @Nullable String idempotencyKey) {

        private String said() {
            var words = scores == null ? String.valueOf(text) : text + "\n" + scores;
            return tickets.isEmpty() ? words : words + "\n" + tickets;
        }

        /** Shows nothing of what was written, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Word[" + step + "]";
        }
    }
}
