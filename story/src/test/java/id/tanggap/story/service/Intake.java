package id.tanggap.story.service;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.IntakeEvent.SurveyScores;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.participation.Participation;
import id.tanggap.intake.tracking.OwnComplaints.Addition;
import id.tanggap.intake.tracking.Progress;
import id.tanggap.intake.tracking.Refusal;
import id.tanggap.intake.tracking.Step;
import id.tanggap.intake.tracking.TrackedComplaint;
import id.tanggap.messaging.inbox.Once;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.messaging.outbox.Proposals;
import id.tanggap.story.log.Log;
import id.tanggap.story.log.Node;
import id.tanggap.story.log.Told;
import id.tanggap.story.service.Planted.Reader;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Intake: the citizen's page, what the citizen adds there, and the officer who screens. */
public final class Intake {
    private static final String SOURCE = "/tanggap/intake";
    private static final SurveyScores SATISFIED = new SurveyScores(4, 4, 4, 4, 4, 4, 4, 4, 4);

    private final ComplaintReceived complaint;
    private final TrackedComplaint page;
    private final Post post;
    private final Supplier<Instant> time;
    private final Node node;
    private Proposals proposals = new Proposals(true);

    public Intake(ComplaintReceived complaint, Post post, Supplier<Instant> time, Log log, Planted planted) {
        this.complaint = complaint;
        this.page = new TrackedComplaint(post.complaint(), complaint.receivedAt());
        this.post = post;
        this.time = time;
        this.node = new Node(
                log,
                planted.fault(),
                Once.BY_ID,
                List.of(Topics.ROUTING, Topics.RESPONSE),
                planted.heard(Progress.INTEREST::heardIn, Reader.CITIZEN),
                this::hear);
        node.commit(List.of(post.write(complaint, SOURCE, time.get())));
    }

    private List<Told> hear(List<ReceivedEvent> events) {
        events.forEach(event -> page.hear(event.envelope().id(), event.event()));
        return List.of();
    }

    /** The citizen adds something. Null when that was possible. */
    public @Nullable Refusal add(Step step, String words) {
        var course = page.course();
        var refusal = course.refusal(step);
        if (refusal == null) {
            var at = course.next(time.get());
            var scores = step == Step.SURVEYED ? SATISFIED : null;
            var addition = new Addition(post.complaint(), step, at, null, words, scores, null);
            tell(
                    step,
                    at,
                    post.write(
                            Participation.event(complaint.visibility(), addition, List.of()),
                            proposals,
                            SOURCE,
                            time.get()));
        }
        return refusal;
    }

    /** The officer finds that it is no complaint; finding so twice changes nothing. Null when that was possible. */
    public @Nullable Refusal screenOut() {
        if (page.isScreenedOut()) {
            return null;
        }
        var course = page.course();
        var refusal = course.refusal(Step.REJECTED);
        if (refusal == null) {
            var at = course.next(time.get());
            var event = new ComplaintScreenedOut(ScreeningReason.NO_COMPLAINT, at);
            tell(Step.REJECTED, at, post.write(event, proposals, SOURCE, time.get()));
        }
        return refusal;
    }

    private void tell(Step step, Instant at, Told told) {
        page.add(step, at, told.event() instanceof Act act && act.awaitsRouting() ? told.id() : null);
        node.commit(List.of(told));
    }

    /** From now on a replica works that leaves the decision to routing, or one that does not. */
    public void serve(boolean routingDecides) {
        proposals = new Proposals(routingDecides);
    }

    public TrackedComplaint page() {
        return page;
    }

    public Node node() {
        return node;
    }
}
