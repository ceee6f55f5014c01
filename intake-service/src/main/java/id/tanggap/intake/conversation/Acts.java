package id.tanggap.intake.conversation;

import id.tanggap.contracts.event.IntakeEvent.SurveyScores;
import id.tanggap.intake.channel.Account;
import id.tanggap.intake.complaint.ComplaintIntake;
import id.tanggap.intake.complaint.Source;
import id.tanggap.intake.complaint.Submission;
import id.tanggap.intake.complaint.TrackingSecret;
import id.tanggap.intake.conversation.script.Act;
import id.tanggap.intake.conversation.script.Act.Done;
import id.tanggap.intake.conversation.script.Facts;
import id.tanggap.intake.conversation.script.Known;
import id.tanggap.intake.participation.Participated;
import id.tanggap.intake.participation.Participation;
import id.tanggap.intake.participation.Participation.Word;
import id.tanggap.intake.tracking.Step;
import id.tanggap.intake.vault.Handle;
import id.tanggap.rest.Problem.FieldError;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does what was decided in a conversation, through the doors that everybody uses. Done again it is done once. */
@ApplicationScoped
class Acts {
    private static final String KEY = "chat ";
    private static final String NOT_THERE = "Aduan ini tidak ada lagi.";

    private final ComplaintIntake intake;
    private final Participation participation;
    private final OwnOnes ownOnes;
    private final Validator validator;

    Acts(ComplaintIntake intake, Participation participation, OwnOnes ownOnes, Validator validator) {
        this.intake = intake;
        this.participation = participation;
        this.ownOnes = ownOnes;
        this.validator = validator;
    }

    /** Fails with {@link Postponed} when it has to be done later. */
    Uni<Done> perform(UUID conversation, Account account, Kept kept, Facts facts, Act act) {
        return switch (act) {
            case Act.Lodge _ -> lodge(conversation, account, kept);
            case Act.Add(var id, var complaint, var step, var text, var tickets) ->
                add(facts, complaint, new Word(step, text, null, tickets, KEY + id), Done.Joined::new);
            case Act.Rate(var id, var complaint, var marks, var opinion) ->
                add(facts, complaint, word(id, marks, opinion), Done.Rated::new);
            case Act.TellCode(var complaint) -> code(complaint);
        };
    }

    private Uni<Done> lodge(UUID conversation, Account account, Kept kept) {
        var provider = account.provider();
        var government = account.government().id();
        var draft = kept.talk().draft();
        var form = draft.complaint(government, provider.channel(), kept.name());
        var fault = validator.validate(form).stream()
                .map(ConstraintViolation::getMessage)
                .findFirst();
        var handle = new Handle(provider.way(), account.id(), kept.address(), conversation);
        return fault.isPresent()
                ? done(new Done.Refused(fault.get()))
                : intake.submit(form, KEY + draft.id(), new Source.Conversation(provider.channel(), government, handle))
                        .chain(Acts::lodged);
    }

    private static Uni<Done> lodged(Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var receipt) -> done(new Done.Lodged(receipt.id()));
            case Submission.Invalid(var errors) -> done(invalid(errors));
            case Submission.Busy _ -> Uni.createFrom().failure(new Postponed("intake: busy"));
            case Submission.Foreign _, Submission.KeyReused _ -> done(new Done.Refused(NOT_THERE));
        };
    }

    private static Done invalid(List<FieldError> errors) {
        return errors.stream().allMatch(error -> error.field().startsWith("attachments"))
                ? new Done.FilesGone()
                : new Done.Refused(errors.getFirst().message());
    }

    private static Word word(UUID id, List<Integer> marks, @Nullable String opinion) {
        return new Word(Step.SURVEYED, opinion, SurveyScores.of(marks), List.of(), KEY + id);
    }

    private Uni<Done> add(Facts facts, UUID complaint, Word word, Function<String, Done> done) {
        var number = facts.complaints().stream()
                .filter(known -> known.id().equals(complaint))
                .map(Known::number)
                .findFirst()
                .orElse("");
        return participation.add(complaint, word).map(participated -> switch (participated) {
            case Participated.Added _ -> done.apply(number);
            case Participated.Refused(var why) -> new Done.Refused(why.text());
            case Participated.WithoutFile _ -> new Done.FilesGone();
            case Participated.NotTheirs() -> new Done.Refused(NOT_THERE);
        });
    }

    private Uni<Done> code(UUID complaint) {
        return ownOnes.code(complaint)
                .map(code -> code == null
                        ? new Done.Refused(NOT_THERE)
                        : new Done.Code(code.number(), TrackingSecret.shown(code.secret())));
    }

    private static Uni<Done> done(Done done) {
        return Uni.createFrom().item(done);
    }
}
