package id.tanggap.intake.participation;

import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.intake.participation.Participated.Added;
import id.tanggap.intake.participation.Participated.NotTheirs;
import id.tanggap.intake.participation.Participated.Refused;
import id.tanggap.intake.tracking.Course;
import id.tanggap.intake.tracking.OwnComplaints;
import id.tanggap.intake.tracking.OwnComplaints.Statement;
import id.tanggap.intake.tracking.Step;
import id.tanggap.messaging.Trace;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.Proposals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** The officer's check (Karanganyar row 1): what is no complaint goes to no agency, and the citizen is told why. */
@ApplicationScoped
class Screening {
    private final OwnComplaints complaints;
    private final Outbox outbox;
    private final EventWriter events;
    private final Proposals proposals;
    private final InstantSource time;

    Screening(OwnComplaints complaints, Outbox outbox, EventWriter events, Proposals proposals, InstantSource time) {
        this.complaints = complaints;
        this.outbox = outbox;
        this.events = events;
        this.proposals = proposals;
        this.time = time;
    }

    /**
     * The same finding of the same officer again has the first one's moment: the answer to it may have been lost. The citizen is told once
     * routing has taken it; whoever dispatched the complaint meanwhile was quicker.
     *
     * @param officer of that government
     */
    Uni<Participated> screenOut(UUID complaint, String government, ScreeningReason reason, String officer) {
        return outbox.inTransaction(transaction -> complaints
                .lock(transaction, complaint, government)
                .chain(found -> found
                        ? complaints
                                .course(transaction, complaint)
                                .chain(course -> screenOut(transaction, complaint, government, course, reason, officer))
                        : Uni.createFrom().item(new NotTheirs())));
    }

    private Uni<Participated> screenOut(
            SqlConnection transaction,
            UUID complaint,
            String government,
            Course course,
            ScreeningReason reason,
            String officer) {
        return complaints
                .said(transaction, complaint, Step.REJECTED, words(reason), officer)
                .chain(said -> {
                    if (said != null) {
                        return Uni.createFrom().item(new Added(Step.REJECTED, said));
                    }
                    var refusal = course.refusal(Step.REJECTED);
                    return refusal == null
                            ? say(transaction, complaint, government, reason, course.next(time.instant()), officer)
                            : Uni.createFrom().item(new Refused(refusal));
                });
    }

    private Uni<Participated> say(
            SqlConnection transaction,
            UUID complaint,
            String government,
            ScreeningReason reason,
            Instant at,
            String officer) {
        var told = proposals.of(new ComplaintScreenedOut(reason, at));
        var event = events.write(told, complaint, government, Trace.current());
        var act = Proposals.awaitsRouting(told) ? event.envelope().id() : null;
        return complaints
                .say(transaction, complaint, new Statement(Step.REJECTED, at, words(reason), officer, act))
                .chain(() -> outbox.append(transaction, List.of(event)))
                .replaceWith(new Added(Step.REJECTED, at));
    }

    private static String words(ScreeningReason reason) {
        return switch (reason) {
            case SPAM -> "Isinya bukan aduan, melainkan iklan atau kata-kata yang tidak pantas.";
            case NO_COMPLAINT ->
                "Isinya tidak memuat hal yang dapat ditangani. Sampaikan lagi dengan tempat dan kejadiannya.";
            case REPEATED ->
                "Hal yang sama sudah Anda sampaikan dan sedang ditangani di bawah nomor aduan yang pertama.";
        };
    }
}
