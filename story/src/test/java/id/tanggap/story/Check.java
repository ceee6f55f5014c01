package id.tanggap.story;

import id.tanggap.clock.Clock;
import id.tanggap.contracts.event.IntakeEvent;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.tracking.Step;
import id.tanggap.intake.tracking.TrackedComplaint;
import id.tanggap.reporting.facts.known.OwedBy;
import id.tanggap.reporting.facts.known.State;
import id.tanggap.routing.cases.CaseMemory;
import id.tanggap.routing.cases.CaseState;
import id.tanggap.story.Link.Who;
import id.tanggap.story.service.Post.Granted;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that is true of every story once all is heard.
 *
 * @param isOfOneOrder whether acts that cross may make it untrue while routing does not decide: services may disagree then,
 *     but nothing is lost and nothing rings for nothing
 */
record Check(String name, boolean isOfOneOrder, Consumer<Quiet> rule) {

    static final List<Check> ALL = List.of(
            ofOneOrder("the desk tells what routing knows", Check::desk),
            ofOneOrder("the citizen reads what routing knows", Check::citizen),
            ofOneOrder("the recap counts what routing knows", Check::recap),
            ofOneOrder("the recap knows who owes the next step", Check::owed),
            ofOneOrder("what is possible is offered to the citizen", Check::offered),
            ofOneOrder("what is granted to one alone is taken", Check::alone),
            ofOneOrder("routing tells one story", OneStory::check),
            ofOneOrder("no promise is taken back silently", PromiseTold::check),
            always("no clock runs for what is settled", Check::clocks),
            always("every act is taken, or refused and told so", Check::verdicts),
            always("every event has one effect", Check::effects),
            always("the citizen gets a message for each thing that happened, and for nothing else", Check::messages),
            always("no words of what is secret leave", Check::secrecy));

    private static Check ofOneOrder(String name, Consumer<Quiet> rule) {
        return new Check(name, true, rule);
    }

    private static Check always(String name, Consumer<Quiet> rule) {
        return new Check(name, false, rule);
    }

    /** @throws AssertionError when it is not true, with all that happened */
    static void all(House house) {
        var quiet = new Quiet(house);
        ALL.stream().filter(check -> !check.isOfOneOrder || !house.hasCrossed()).forEach(check -> check.of(quiet));
    }

    private void of(Quiet quiet) {
        try {
            rule.accept(quiet);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "%s: %s%n%s".formatted(name, e.getMessage(), quiet.house().told()), e);
        }
    }

    private static void desk(Quiet quiet) {
        var held = quiet.house().desk().held();
        var known = quiet.known();
        if (held.agency() != null) {
            quiet.same("status", known.shown(), held.standing().status().shown());
        }
        if (!known.shown().isEnd()) {
            quiet.same("desk", deskOf(known), held.agency());
        }
        if (!known.shown().isEnd() && held.agency() != null) {
            quiet.same("inner status", known.standing(), held.standing().status());
            quiet.same(
                    "status before a detour",
                    known.standingBefore(),
                    held.standing().before());
        }
    }

    private static boolean isSecret(Quiet quiet) {
        return quiet.house().setting().visibility().isSecret();
    }

    private static TrackedComplaint page(Quiet quiet) {
        return quiet.house().intake().page();
    }

    private static @Nullable String deskOf(CaseMemory known) {
        return known.state() == CaseState.REDELEGATED ? null : known.agency;
    }

    private static void citizen(Quiet quiet) {
        var page = page(quiet);
        var course = page.course();
        quiet.same("agency", quiet.known().agency, page.agency());
        quiet.same("status", quiet.known().shown(), course.status());
        if (!isSecret(quiet)) {
            var answer = course.last(Step.ANSWERED);
            quiet.same("answer", quiet.house().desk().held().answer(), answer == null ? null : answer.words());
        }
    }

    private static void recap(Quiet quiet) {
        var facts = quiet.house().recap().facts();
        quiet.same("state", quiet.counted(), facts.state());
        quiet.same(
                "answer",
                isSecret(quiet) ? null : quiet.house().desk().held().answer(),
                facts.known().get("answer"));
        quiet.same("due", page(quiet).dueAt(), facts.known().get("promise_due_at"));
        if (facts.state() == State.OPEN) {
            quiet.same("agency", quiet.known().agency, facts.known().get("agency"));
        }
    }

    private static void owed(Quiet quiet) {
        var facts = quiet.house().recap().facts();
        if (facts.state() == State.OPEN) {
            quiet.same("owed by", owing(quiet.known().state()), facts.owedBy());
        }
    }

    private static void offered(Quiet quiet) {
        var course = page(quiet).course();
        var state = quiet.known().shown();
        var isAnswered = state == PublicState.ANSWERED || state == PublicState.RESOLVED;
        quiet.same("objecting", isAnswered, course.refusal(Step.OBJECTED) == null);
        quiet.same("replying", state == PublicState.NEEDS_INFO, course.refusal(Step.REPLIED) == null);
        quiet.same("withdrawing", !state.isEnd(), course.refusal(Step.WITHDRAWN) == null);
    }

    private static void alone(Quiet quiet) {
        quiet.house().post().granted().stream()
                .filter(quiet.house()::wasAlone)
                .filter(Granted::isProposed)
                .forEach(act -> quiet.same(act.toString(), List.of(Optional.empty()), quiet.verdictsOn(act.id())));
    }

    private static OwedBy owing(CaseState state) {
        return switch (state) {
            case NEEDS_INFO -> OwedBy.COMPLAINANT;
            case REDELEGATED -> OwedBy.COORDINATOR;
            case DISPOSED -> OwedBy.DIVISION;
            case RECEIVED, VERIFIED, FORWARDED -> OwedBy.INTAKE_OFFICER;
            default -> OwedBy.AGENCY_ADMIN;
        };
    }

    private static void clocks(Quiet quiet) {
        if (quiet.known().shown().isEnd()) {
            var running = quiet.house().routing().clocks().stream()
                    .filter(Clock::isOpen)
                    .map(clock -> clock.rule().id())
                    .toList();
            quiet.same("clocks that run", List.of(), running);
            quiet.same("next alarm", null, quiet.known().nextAlarmAt);
        }
    }

    private static void verdicts(Quiet quiet) {
        for (var act : quiet.house().post().granted()) {
            if (act.isProposed()) {
                var verdicts = quiet.verdictsOn(act.id());
                quiet.same("number of verdicts on " + act, 1, verdicts.size());
                quiet.same("what is told of " + act, verdicts.getFirst().orElse(null), toldOf(quiet, act));
            }
        }
    }

    private static @Nullable ActRefusal toldOf(Quiet quiet, Granted act) {
        return act.act() instanceof IntakeEvent
                ? quiet.house().intake().page().refusal(act.id())
                : quiet.house().desk().held().refusal(act.id());
    }

    private static void effects(Quiet quiet) {
        for (var who : Who.BY_ID) {
            var node = quiet.house().node(who);
            quiet.same(
                    "what " + who + " took",
                    node.owed(),
                    node.effects().stream().sorted().toList());
        }
        quiet.same("events that the recap took", quiet.house().post().written(), (long)
                quiet.house().node(Who.RECAP).effects().size());
    }

    private static void secrecy(Quiet quiet) {
        if (isSecret(quiet)) {
            var telling = Topics.ALL.stream()
                    .flatMap(topic -> quiet.house().log().on(topic).stream())
                    .filter(told -> told.event().toString().contains(House.WORD))
                    .toList();
            quiet.same("what tells words", List.of(), telling);
        }
    }

    private static void messages(Quiet quiet) {
        var mail = quiet.house().mail();
        quiet.same("receipts", 1L, mail.count(MessageKind.RECEIVED));
        quiet.same(
                "questions", quiet.happened(InformationRequested.class), mail.count(MessageKind.INFORMATION_REQUESTED));
        quiet.same("answers", quiet.happened(AnswerPublished.class), mail.count(MessageKind.ANSWERED));
        quiet.same("referrals", quiet.happened(ReferredOutside.class), mail.count(MessageKind.REFERRED_OUTSIDE));
        quiet.same("rejections", quiet.happened(ComplaintScreenedOut.class), mail.count(MessageKind.SCREENED_OUT));
    }
}
