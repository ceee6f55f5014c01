package id.tanggap.intake.page.lodge;

import id.tanggap.intake.complaint.ComplaintIntake;
import id.tanggap.intake.complaint.Source;
import id.tanggap.intake.complaint.Submission;
import id.tanggap.intake.complaint.SubmitComplaint;
import id.tanggap.rest.Problem.FieldError;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

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

        /** It is not there: it was changed meanwhile, or its receipt is kept. */
        record Nothing() implements Sent {}

        record Faulty(Draft draft, List<Fault> faults) implements Sent {}

        /** More came in than can be written; it may be sent again. */
        record Late(Kept kept) implements Sent {}
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

    /** Begins with it, or goes on where a lost answer or a fall left off. */
    Uni<Sent> send(byte[] visitor, UUID draft) {
        return drafts.beginToSend(visitor, draft)
                .chain(begun -> begun == null ? goOn(visitor, draft) : send(begun, true));
    }

    private Uni<Sent> goOn(byte[] visitor, UUID draft) {
        return drafts.sent(visitor)
                .chain(sent -> sent.stream()
                        .filter(kept -> kept.id().equals(draft))
                        .findFirst()
                        .map(kept -> kept.draft() == null
                                ? Uni.createFrom().<Sent>item(new Sent.Accepted())
                                : send(kept, false))
                        .orElseGet(() -> Uni.createFrom().item(new Sent.Nothing())));
    }

    /** @param begun whether nobody else is sending it, so that it may be changed again when it is not taken */
    private Uni<Sent> send(Kept kept, boolean begun) {
        var complaint = kept.typed().complaint(kept.government());
        var faults = faults(complaint);
        return faults.isEmpty()
                ? intake.submit(complaint, "page " + kept.id(), new Source.Citizen())
                        .chain(submission -> settle(kept, begun, submission))
                : release(kept, begun, new Sent.Faulty(kept.typed(), faults));
    }

    private Uni<Sent> settle(Kept kept, boolean begun, Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var receipt) ->
                drafts.accepted(kept.id(), receipt.id()).replaceWith(new Sent.Accepted());
            case Submission.Invalid(var errors) -> release(kept, begun, new Sent.Faulty(kept.typed(), faults(errors)));
            case Submission.Busy _ -> release(kept, begun, new Sent.Late(kept));
            case Submission.KeyReused _, Submission.Foreign _ ->
                throw new IllegalStateException("A draft is sent as it was frozen, by a citizen");
        };
    }

    private Uni<Sent> release(Kept kept, boolean begun, Sent became) {
        return begun
                ? drafts.takeBack(kept.id()).replaceWith(became)
                : Uni.createFrom().item(became);
    }

    private static List<Fault> faults(List<FieldError> errors) {
        return errors.stream()
                .map(error -> Fault.of(error.field(), error.message()))
                .sorted(Comparator.comparing(Fault::rank))
                .toList();
    }
}
