package id.tanggap.intake.conversation;

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
import id.tanggap.intake.vault.Handle;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.UUID;

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
            case Act.Add add -> add(add, facts);
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
            case Submission.Invalid(var errors) ->
                done(new Done.Refused(errors.getFirst().message()));
            case Submission.Busy _ -> Uni.createFrom().failure(new Postponed("intake: busy"));
            case Submission.Foreign _, Submission.KeyReused _ -> done(new Done.Refused(NOT_THERE));
        };
    }

    private Uni<Done> add(Act.Add add, Facts facts) {
        var number = facts.complaints().stream()
                .filter(known -> known.id().equals(add.complaint()))
                .map(Known::number)
                .findFirst()
                .orElse("");
        var word = new Word(add.step(), add.text(), null, add.tickets(), KEY + add.id());
        return participation.add(add.complaint(), word).map(participated -> switch (participated) {
            case Participated.Added _ -> new Done.Joined(number);
            case Participated.Refused(var why) -> new Done.Refused(why.text());
            case Participated.WithoutFile(var errors) ->
                new Done.Refused(errors.getFirst().message());
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
