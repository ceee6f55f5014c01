package id.tanggap.routing.cases;

import static java.util.stream.Collectors.joining;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.dispatch.Proposal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes {@code docs/crossings.md}: what becomes of every act in every state. */
final class CrossingPage {
    static final String COMMAND = "./mvnw -pl routing-service -am test -Dtest=CrossingTest -Ddocs.write=true"
            + " -Dsurefire.failIfNoSpecifiedTests=false";
    private static final Instant AT = Instant.EPOCH;

    static final List<Act> OF_CITIZENS_AND_OFFICERS = List.of(
            new ComplaintScreenedOut(ScreeningReason.SPAM, AT),
            new ComplainantReplied(null, AT),
            new ObjectionRaised(null, AT),
            new ComplaintWithdrawn(AT),
            new ComplaintsLinked(new UUID(0, 0), AT),
            new ComplaintsUnlinked(AT));

    static List<Act> of(String agency) {
        return List.of(
                new Accepted(agency, AT),
                new DispositionIssued(agency, "bidang", AT),
                new DivisionAnswered(agency, "bidang", AT),
                new InformationRequested(agency, null, AT),
                new AnswerPublished(agency, null, AT),
                new Resolved(agency, AT));
    }

    /** A case that came from the former to the present agency. */
    static CaseMemory memory(CaseState state, @Nullable CaseState prior) {
        var memory = CaseMemory.of(
                        new UUID(0, 1),
                        "gerbang",
                        "1",
                        ReceivedFixture.received().event(),
                        new Proposal(List.of(), null, false, false))
                .in(state, prior);
        var atAnAgency = !List.of(CaseState.RECEIVED, CaseState.VERIFIED, CaseState.FORWARDED, CaseState.REJECTED)
                .contains(state);
        memory.agency = !atAnAgency ? null : state == CaseState.REDELEGATED ? "former" : "present";
        memory.takenFrom = atAnAgency ? "former" : null;
        return memory;
    }

    static String render() {
        return """
                # What becomes of acts that cross

                <!-- Generated from routing-service's Crossing. Do not edit; regenerate with:
                     %s -->

                Several people act on a case at once, at services that hear of each other a moment later. Routing hears of all of
                them in one order and says what becomes of each ([ADR 31](adr/0031-routing-brings-acts-into-one-order.md)):

                | | |
                |---|---|
                | `TAKEN` | it has its effect |
                | `CALLS_OFF_THE_MOVE` | it has its effect, and the agency that had just lost the case has it again |
                | `MOVED`, `ENDED`, `OVERTAKEN` | it has none, and whoever acted is told why |

                ## What citizens and intake officers do

                %s
                ## What the agency does that has the case

                %s
                ## What the agency does that the case was just taken from

                In every other state than those named here: `MOVED`, or `ENDED` where the case is at its end.

                %s
                """.formatted(
                        COMMAND,
                        table(OF_CITIZENS_AND_OFFICERS, _ -> true),
                        table(of("present"), state -> state != CaseState.REDELEGATED),
                        table(of("former"), state -> state == CaseState.REDELEGATED || state == CaseState.DISPATCHED));
    }

    private static String table(List<Act> acts, Function<CaseState, Boolean> such) {
        var kinds = Crossing.values();
        return "| act | " + Stream.of(kinds).map(Enum::name).collect(joining(" | ")) + " |\n|---|"
                + "---|".repeat(kinds.length) + "\n"
                + acts.stream().map(act -> row(act, such)).collect(joining());
    }

    private static String row(Act act, Function<CaseState, Boolean> such) {
        return "| `" + EventCodec.wireName(act.getClass()) + "` | "
                + Stream.of(Crossing.values())
                        .map(kind -> Arrays.stream(CaseState.values())
                                .filter(state -> such.apply(state)
                                        && Crossing.of(act, memory(state, CrossingPage.priorOf(state))) == kind)
                                .map(Enum::name)
                                .collect(joining(", ")))
                        .collect(joining(" | "))
                + " |\n";
    }

    /** A question is an agency's that works on it, and what was merged was dispatched. */
    static @Nullable CaseState priorOf(CaseState state) {
        return switch (state) {
            case NEEDS_INFO -> CaseState.IN_PROGRESS;
            case MERGED -> CaseState.DISPATCHED;
            default -> null;
        };
    }

    private CrossingPage() {}
}
