package id.tanggap.routing.work;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.dispatch.Proposal;
import id.tanggap.fault.Transience;
import id.tanggap.messaging.Cause;
import id.tanggap.messaging.LogKeys;
import id.tanggap.messaging.Trace;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.routing.cases.Case;
import id.tanggap.routing.cases.CaseBook;
import id.tanggap.routing.cases.CaseBook.Due;
import id.tanggap.routing.cases.CaseTexts;
import id.tanggap.routing.cases.Lifecycle;
import id.tanggap.routing.cases.Refusal;
import id.tanggap.routing.destination.Destinations;
import id.tanggap.routing.destination.Destinations.Asked;
import id.tanggap.routing.destination.Learning;
import id.tanggap.routing.sop.Handbook;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which cases change: load under lock, let the case decide, keep it and tell of it in the same
 * transaction. What happened elsewhere, what people decide and what time brings all go through here.
 */
@ApplicationScoped
public class CaseWork {
    /** What moves a case, what somebody proposes to do with one, and in which words it is kept. */
    public static final Interest INTEREST = Interest.in(
                    Lifecycle.TABLE.stream().map(Lifecycle.Move::event).toList())
            .and(MaskedAnew.class, _ -> true)
            .and(AnswerReached.class, _ -> true)
            .andProposals();

    private static final Logger LOG = Logger.getLogger(CaseWork.class);
    private static final int CASES_AT_ONCE = 500;

    private final CaseBook book;
    private final CaseTexts texts;
    private final Handbook handbook;
    private final Destinations destinations;
    private final Learning learning;
    private final Outbox outbox;
    private final Telling telling;
    private final InstantSource time;
    private final MeterRegistry meters;

    CaseWork(
            CaseBook book,
            CaseTexts texts,
            Handbook handbook,
            Destinations destinations,
            Learning learning,
            Outbox outbox,
            Telling telling,
            InstantSource time,
            MeterRegistry meters) {
        this.book = book;
        this.texts = texts;
        this.handbook = handbook;
        this.destinations = destinations;
        this.learning = learning;
        this.outbox = outbox;
        this.telling = telling;
        this.time = time;
        this.meters = meters;
    }

    /**
     * What became of what was heard.
     *
     * @param confirmed the governments of which a case was confirmed
     * @param nextAlarm when the first clock will ring that was set meanwhile; null when none was
     */
    record Heard(Set<String> confirmed, @Nullable Instant nextAlarm) {}

    /** Takes what other services told, in its order. */
    Uni<Heard> hear(SqlConnection transaction, List<ReceivedEvent> heard) {
        var moves = heard.stream()
                .filter(event -> !(event.event() instanceof MaskedAnew))
                .toList();
        return move(transaction, moves).call(() -> texts.keep(transaction, heard));
    }

    private Uni<Heard> move(SqlConnection transaction, List<ReceivedEvent> received) {
        var known = received.stream()
                .filter(event -> !(event.event() instanceof ComplaintReceived))
                .map(event -> event.envelope().subject())
                .collect(Collectors.toSet());
        var governments = received.stream()
                .filter(event -> event.event() instanceof ComplaintReceived)
                .map(event -> event.envelope().government())
                .collect(Collectors.toSet());
        return handbook.keep(governments)
                .chain(() -> destinations.propose(transaction, asked(received)))
                .chain(proposals -> book.lock(transaction, known).chain(cases -> {
                    var heard = new TreeMap<UUID, Case>(cases);
                    received.forEach(event -> hear(heard, event, proposals, now()));
                    return keep(transaction, heard.values(), causes(received))
                            .map(nextAlarm -> new Heard(confirmed(heard.values()), nextAlarm));
                }));
    }

    private void hear(Map<UUID, Case> cases, ReceivedEvent event, Map<UUID, Proposal> proposals, Instant now) {
        var id = event.envelope().subject();
        if (event.event() instanceof ComplaintReceived complaint) {
            cases.put(id, open(event.envelope(), complaint, Objects.requireNonNull(proposals.get(id)), now));
        } else {
            hear(cases.get(id), event, now);
        }
    }

    /** What is told of a complaint was caused by what was heard of it last. */
    private static Map<UUID, Envelope> causes(List<ReceivedEvent> received) {
        return received.stream()
                .map(ReceivedEvent::envelope)
                .collect(Collectors.toMap(Envelope::subject, Function.identity(), (_, later) -> later));
    }

    private static Set<String> confirmed(Collection<Case> cases) {
        return cases.stream()
                .filter(Case::isConfirmed)
                .map(it -> it.government())
                .collect(Collectors.toSet());
    }

    private List<Asked> asked(List<ReceivedEvent> received) {
        var asked = new ArrayList<Asked>();
        for (var event : received) {
            if (event.event() instanceof ComplaintReceived complaint) {
                var home = handbook.of(event.envelope().government());
                asked.add(new Asked(event.envelope().subject(), home.government(), complaint));
            }
        }
        return asked;
    }

    /**
     * A person decides something about a case.
     *
     * @param request by which it is known should it come again, which then changes nothing; null when it cannot be
     * @param decision given the case and the time; what stands in the way, or null
     * @return null when there is no such case
     */
    public Uni<@Nullable Decided> decide(
            UUID id, @Nullable UUID request, BiFunction<Case, Instant, @Nullable Refusal> decision) {
        var traceparent = Trace.current();
        return outbox.<@Nullable Decided>inTransaction(transaction -> book.lock(transaction, List.of(id))
                        .chain(cases -> {
                            var it = cases.get(id);
                            return it == null
                                    ? Uni.createFrom().nullItem()
                                    : book.isDecided(transaction, request)
                                            .chain(known -> known
                                                    ? Uni.createFrom().item(new Decided(it, null))
                                                    : decide(transaction, it, request, decision, traceparent));
                        }))
                .invoke(decided -> {
                    if (decided != null) {
                        learning.look(confirmed(List.of(decided.about())));
                    }
                });
    }

    private Uni<Decided> decide(
            SqlConnection transaction,
            Case it,
            @Nullable UUID request,
            BiFunction<Case, Instant, @Nullable Refusal> decision,
            @Nullable String traceparent) {
        var refusal = decision.apply(it, now());
        if (refusal != null) {
            return Uni.createFrom().item(new Decided(it, refusal));
        }
        var told = telling.of(it, traceparent);
        return book.save(transaction, List.of(it))
                .chain(() -> book.decided(transaction, request, it.id(), now()))
                .chain(() -> outbox.append(transaction, told))
                .replaceWith(new Decided(it, null));
    }

    /** What became of a person's decision. */
    public record Decided(Case about, @Nullable Refusal refusal) {}

    /**
     * Lets ring what is due, at most a batch. When one case fails by a fault of its own, each is taken alone and that one
     * is put off, so that it does not hold up the others.
     *
     * @param from what was due before it is left out
     * @return up to when it rang what was due; null when there was nothing
     */
    Uni<@Nullable Instant> timeUp(Instant from) {
        return timeUp(from, CASES_AT_ONCE)
                .onFailure(CaseWork::isOfTheCase)
                .recoverWithUni(() ->
                        timeUp(from, 1).onFailure(CaseWork::isOfTheCase).recoverWithUni(fault -> putOff(fault, from)));
    }

    private Uni<@Nullable Instant> timeUp(Instant from, int limit) {
        return outbox.inTransaction(transaction -> {
                    var now = now();
                    return book.lockDue(transaction, from, now, limit).call(due -> {
                        due.cases().forEach(it -> it.timeUp(now));
                        return keep(transaction, due.cases(), Map.of());
                    });
                })
                .invoke(due ->
                        meters.counter("timers.fired").increment(due.cases().size()))
                .map(Due::upTo);
    }

    private Uni<Instant> putOff(Throwable fault, Instant from) {
        return outbox.inTransaction(transaction -> book.putOffFirst(transaction, from, now()))
                .map(complaint -> {
                    meters.counter("timers.faults").increment();
                    try (var _ = LogKeys.ofComplaint(complaint)) {
                        LOG.errorf("A deadline cannot ring and is tried again in an hour: %s", Cause.of(fault));
                    }
                    return from;
                });
    }

    /** What our own code throws, or the database's objection to what it was given; not what keeps all cases waiting. */
    private static boolean isOfTheCase(Throwable failure) {
        var ours = failure instanceof IllegalStateException
                || failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException;
        return Transience.isAboutTheData(failure) || ours && !Transience.passes(failure);
    }

    /** Lets cases count by the calendar in force. */
    Uni<Void> followCalendar(List<UUID> ids) {
        return outbox.inTransaction(transaction -> book.lock(transaction, ids).chain(cases -> {
            var now = now();
            cases.values().forEach(it -> it.followCalendar(now));
            return keep(transaction, cases.values(), Map.of()).replaceWithVoid();
        }));
    }

    private Case open(Envelope envelope, ComplaintReceived complaint, Proposal proposal, Instant now) {
        return Case.open(envelope.subject(), handbook.of(envelope.government()), complaint, proposal, now);
    }

    private void hear(@Nullable Case it, ReceivedEvent event, Instant now) {
        if (it == null) {
            throw new IllegalStateException("No such case");
        }
        if (event.event() instanceof AnswerReached reached) {
            it.reached(reached);
        } else {
            hearAct(it, event, now);
        }
    }

    private void hearAct(Case it, ReceivedEvent event, Instant now) {
        if (!(event.event() instanceof Act act)) {
            throw new IllegalStateException("Nobody's act");
        }
        var refusal = it.hear(event.envelope().id(), act, now);
        if (refusal != null) {
            // What has its effect at once is not refused any more: the case stays as it is.
            meters.counter("cases.unexpected", "event", event.envelope().type(), "because", refusal.name())
                    .increment();
            try (var _ = LogKeys.of(event.envelope())) {
                LOG.warnf("%s does not fit: %s", event.envelope().type(), refusal);
            }
        }
    }

    private Uni<@Nullable Instant> keep(SqlConnection transaction, Collection<Case> cases, Map<UUID, Envelope> causes) {
        var told = cases.stream()
                .flatMap(it -> telling.of(it, causes.get(it.id())).stream())
                .toList();
        return book.save(transaction, cases).call(() -> outbox.append(transaction, told));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
