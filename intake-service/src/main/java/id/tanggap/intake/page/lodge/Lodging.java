package id.tanggap.intake.page.lodge;

import id.tanggap.intake.complaint.ComplaintIntake;
import id.tanggap.intake.complaint.Source;
import id.tanggap.intake.complaint.Submission;
import id.tanggap.intake.complaint.SubmitComplaint;
import id.tanggap.intake.page.lodge.Drafts.Kept;
import id.tanggap.rest.Problem.FieldError;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Sends a draft through the citizens' door. It is frozen first: when the answer is lost, or the service falls in between,
 * the same draft is sent again under the same key, and is one complaint.
 */
@ApplicationScoped
class Lodging {
    private final ComplaintIntake intake;
    private final Drafts drafts;
    private final Validator validator;

    Lodging(ComplaintIntake intake, Drafts drafts, Validator validator) {
        this.intake = intake;
        this.drafts = drafts;
        this.validator = validator;
    }

    /** What became of sending. */
    sealed interface Sent {
        record Accepted() implements Sent {}

        /** There was nothing to send; it may have been sent a moment ago. */
        record Nothing() implements Sent {}

        record Faulty(Draft draft, List<Fault> faults) implements Sent {}

        /** More came in than can be written; it may be sent again. */
        record Late(Draft draft) implements Sent {}
    }

    /** In the order of the page. */
    List<Fault> faults(SubmitComplaint complaint) {
        return validator.validate(complaint).stream()
                .map(violation -> Fault.of(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Fault::rank))
                .toList();
    }

    private static String field(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString();
    }

    /** Also what was begun to be sent before, of which nobody knows whether it arrived. */
    Uni<Sent> send(byte[] visitor, String government) {
        return drafts.sent(visitor)
                .map(sent -> sent.stream()
                        .filter(kept ->
                                kept.draft() != null && kept.government().equals(government))
                        .findFirst())
                .chain(begun -> begun.isPresent()
                        ? Uni.createFrom().item(begun.get())
                        : drafts.beginToSend(visitor, government))
                .chain(kept -> kept == null ? Uni.createFrom().item(new Sent.Nothing()) : send(kept));
    }

    private Uni<Sent> send(Kept kept) {
        var draft = Objects.requireNonNull(kept.draft());
        var complaint = draft.complaint(kept.government());
        var faults = faults(complaint);
        return faults.isEmpty()
                ? intake.submit(complaint, "page " + kept.id(), new Source.Citizen())
                        .chain(submission -> settle(kept, draft, submission))
                : faulty(kept, draft, faults);
    }

    private Uni<Sent> settle(Kept kept, Draft draft, Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var receipt) ->
                drafts.accepted(kept.id(), receipt.id()).replaceWith(new Sent.Accepted());
            case Submission.Invalid(var errors) -> faulty(kept, draft, faults(errors));
            case Submission.Busy _ -> drafts.takeBack(kept.id()).replaceWith(new Sent.Late(draft));
            case Submission.KeyReused _, Submission.Foreign _ ->
                throw new IllegalStateException("A draft is sent as it was frozen, by a citizen");
        };
    }

    private Uni<Sent> faulty(Kept kept, Draft draft, List<Fault> faults) {
        return drafts.takeBack(kept.id()).replaceWith(new Sent.Faulty(draft, faults));
    }

    private static List<Fault> faults(List<FieldError> errors) {
        return errors.stream()
                .map(error -> Fault.of(error.field(), error.message()))
                .sorted(Comparator.comparing(Fault::rank))
                .toList();
    }
}
