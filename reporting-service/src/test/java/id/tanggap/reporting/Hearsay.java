package id.tanggap.reporting;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.event.ImportEvent.ComplaintTakenBack;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.NotificationEvent.FailureReason;
import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClockEvent;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.ClocksChanged;
import id.tanggap.contracts.event.RoutingEvent.CloseReason;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whatever may be told of one complaint, at whatever times: far more than can happen to it. */
public final class Hearsay {
    private static final Instant BEGINNING = Instant.parse("2026-10-31T16:00:00.000000999Z");

    private final Random random;
    private final UUID complaint;
    private final List<Told> told = new ArrayList<>();

    private Hearsay(Random random) {
        this.random = random;
        this.complaint = new UUID(random.nextLong(), random.nextLong());
    }

    /** A complaint that came in here, or one that another system handled; a receipt is told once. */
    public static List<Told> about(Random random) {
        var it = new Hearsay(random);
        if (random.nextInt(8) == 0) {
            it.times(3, it::tellImport);
        } else {
            it.times(25, it::tellAny);
            it.told.add(random.nextInt(it.told.size() + 1), it.told(it.receipt()));
        }
        return it.told;
    }

    /** The same in batches of one topic each, the topics in any order and every topic in its own. */
    public static List<List<Told>> inBatches(Collection<Told> told, int most, Random random) {
        var lanes = new TreeMap<String, Deque<Told>>();
        told.forEach(
                it -> lanes.computeIfAbsent(it.topic(), _ -> new ArrayDeque<>()).add(it));
        var batches = new ArrayList<List<Told>>();
        while (!lanes.isEmpty()) {
            var lane = List.copyOf(lanes.values()).get(random.nextInt(lanes.size()));
            batches.add(next(lane, 1 + random.nextInt(most)));
            lanes.values().removeIf(Deque::isEmpty);
        }
        return batches;
    }

    private static List<Told> next(Deque<Told> lane, int count) {
        return IntStream.range(0, Math.min(count, lane.size()))
                .mapToObj(_ -> lane.remove())
                .toList();
    }

    private void times(int most, Runnable tell) {
        IntStream.range(0, 1 + random.nextInt(most)).forEach(_ -> tell.run());
    }

    private void tellAny() {
        switch (random.nextInt(6)) {
            case 0 -> told.add(told(message()));
            case 3 ->
                told.add(told(new MaskedAnew(maybe("judul"), any("satu", "dua"), maybe("tempat"), List.of(), at())));
            case 1 -> told.add(told(move()));
            case 2 -> told.add(told(random.nextBoolean() ? clock() : clocks()));
            default -> tellAct();
        }
    }

    /** At once, or as proposed and taken by routing. */
    private void tellAct() {
        var act = act(at());
        if (random.nextBoolean()) {
            told.add(told(act));
        } else {
            var proposed = told(act.asProposal());
            told.add(proposed);
            told.add(told(new ActTaken(proposed.id(), OneAct.of(act.takenAt(act.at())), null)));
        }
    }

    private void tellImport() {
        if (random.nextInt(4) == 0) {
            told.add(told(new ComplaintTakenBack(complaint, at())));
            return;
        }
        var answeredAt = maybe(at());
        told.add(told(new ComplaintImported(
                number(),
                any(ImportSource.values()),
                any(Channel.values()),
                any(ComplaintType.values()),
                any(Visibility.values()),
                maybe("Judul"),
                maybe("Isi"),
                maybe("jalan"),
                maybe("33.72.01.1001"),
                maybe("dpupr"),
                maybe("Dinas PUPR"),
                at(),
                any(ImportedState.values()),
                answeredAt,
                maybe("Jawaban"),
                at(),
                maybe(complaint))));
    }

    private ComplaintReceived receipt() {
        return new ComplaintReceived(
                number(),
                any(Channel.values()),
                any(ComplaintType.values()),
                any(Visibility.values()),
                maybe("Judul"),
                maybe("Isi"),
                maybe("jalan"),
                maybe(new Location(maybe("Jl. Pasar 1"), maybe("33.72.01.1001"), null, null)),
                Set.of(ContactWay.EMAIL),
                at());
    }

    private Event message() {
        return random.nextBoolean()
                ? new MessageSent(MessageKind.RECEIVED, ContactWay.EMAIL, 1, at())
                : new MessageFailed(MessageKind.RECEIVED, ContactWay.EMAIL, FailureReason.RECIPIENT, 1, at());
    }

    private Event move() {
        var agency = "opd-" + random.nextInt(5);
        var hop = random.nextInt(4);
        return switch (random.nextInt(7)) {
            case 0 -> new Dispatched(agency, "Dinas " + agency, "kategori", "r1", hop, at());
            case 1 -> new MoveCalledOff(agency, "Dinas " + agency, hop, at());
            case 2 -> new Redelegated(agency, "dishub", MisroutingReason.NOT_OUR_DUTY, hop, at());
            case 3 -> new ReturnedAsMisrouted(agency, MisroutingReason.NOT_OUR_DUTY, null, at());
            case 4 -> new ReferredOutside("pln", "PLN", "Hubungi 123.", at());
            case 5 -> new ReplyOverdue(at());
            default -> new CaseClosed(CloseReason.COMPLAINANT_SILENT, at());
        };
    }

    private ClocksChanged clocks() {
        return ClocksChanged.of(
                IntStream.range(0, 1 + random.nextInt(4)).mapToObj(_ -> clock()).toList());
    }

    private ClockEvent clock() {
        var clock = any(ClockKind.values());
        var rule = "rule-" + random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0 -> new ClockStarted(clock, maybe(rule), "3 hari", at(), at());
            case 1 -> new ClockPaused(clock, rule, at(), at());
            case 2 -> new ClockResumed(clock, rule, at(), at());
            case 3 -> new ClockMoved(clock, rule, at(), at());
            case 4 -> new ClockMet(clock, maybe(rule), null, null, null, at(), at(), random.nextBoolean());
            default -> new DeadlineMissed(clock, maybe(rule), at(), null);
        };
    }

    /** What is said of it follows from its time: of two at the same time it does not matter which one stands. */
    private Act act(Instant at) {
        var even = at.getEpochSecond() / 600 % 2 == 0;
        return switch (random.nextInt(12)) {
            case 0 -> new ComplainantReplied("Balasan", at);
            case 1 -> new ObjectionRaised("Belum selesai", at);
            case 2 -> new ComplaintWithdrawn(at);
            case 3 -> new ComplaintScreenedOut(even ? ScreeningReason.SPAM : ScreeningReason.REPEATED, at);
            case 4 -> new ComplaintsLinked(complaint, at);
            case 5 -> new ComplaintsUnlinked(at);
            case 6 -> new Accepted("dpupr", at);
            case 7 -> new DispositionIssued("dpupr", "bidang", at);
            case 8 -> new DivisionAnswered("dpupr", "bidang", at);
            case 9 -> new InformationRequested("dpupr", "Di mana?", at);
            case 10 -> new AnswerPublished("dpupr", even ? "Jawaban " + at : null, at);
            default -> new Resolved("dpupr", at);
        };
    }

    private Told told(Event event) {
        return Told.of(complaint, "surakarta", at(), event);
    }

    private String number() {
        return "SKA-" + complaint.toString().substring(0, 8);
    }

    /** Few enough that many are alike, around the end of a month, and some closer than a database tells apart. */
    private Instant at() {
        return BEGINNING.plus(Duration.ofMinutes(10L * random.nextInt(12))).plusNanos(random.nextInt(2));
    }

    private <T> @Nullable T maybe(@Nullable T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
