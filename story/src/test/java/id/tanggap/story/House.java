package id.tanggap.story;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.dispatch.Proposal;
import id.tanggap.dispatch.Proposal.Option;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.routing.sop.Jurisdiction;
import id.tanggap.story.Link.Who;
import id.tanggap.story.log.Fault;
import id.tanggap.story.log.Log;
import id.tanggap.story.log.Node;
import id.tanggap.story.service.Desk;
import id.tanggap.story.service.Intake;
import id.tanggap.story.service.Mail;
import id.tanggap.story.service.Planted;
import id.tanggap.story.service.Post;
import id.tanggap.story.service.Post.Granted;
import id.tanggap.story.service.Recap;
import id.tanggap.story.service.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All services, the topics between them, and the time; one complaint in it, from its receipt on. */
final class House {
    /** Stands in all that people write. */
    static final String WORD = "Kata ";

    private static final Governments GOVERNMENTS = Governments.load(null);
    private static final Map<String, Jurisdiction> HOMES = new ConcurrentHashMap<>();
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-02T02:00:00Z");
    private static final UUID COMPLAINT = new UUID(0xC0L, 1);

    private final Setting setting;
    private final Government government;
    private final Log log = new Log();
    private final Post post;
    private final Intake intake;
    private final Routing routing;
    private final Desk desk;
    private final Recap recap;
    private final Mail mail;
    private final List<String> told = new ArrayList<>();
    private final Set<Granted> alone = new HashSet<>();
    private Instant now = MONDAY_MORNING;
    private int words;
    private boolean isUnderWay;
    private boolean hasCrossed;

    House(Setting setting, Fault fault) {
        var home = HOMES.computeIfAbsent(
                setting.government(), id -> new Jurisdiction(Objects.requireNonNull(GOVERNMENTS.find(id))));
        var planted = new Planted(fault);
        this.setting = setting;
        government = home.government();
        post = new Post(COMPLAINT, government.id());
        intake = new Intake(complaint(), post, () -> now.plusSeconds(setting.intakeAhead()), log, planted);
        routing = new Routing(home, proposal(), post, () -> now, log, planted);
        desk = new Desk(government, post, () -> now.plusSeconds(setting.deskAhead()), log, planted);
        recap = new Recap(GOVERNMENTS, log, planted);
        mail = new Mail(log, planted);
        told.add(setting.toString());
    }

    private ComplaintReceived complaint() {
        return new ComplaintReceived(
                "SKA-0000-0000",
                Channel.WEB,
                setting.type(),
                setting.visibility(),
                null,
                words(),
                null,
                null,
                Set.of(),
                now.plusSeconds(setting.intakeAhead()));
    }

    private Proposal proposal() {
        var agency = Office.ROADS.in(government).id();
        var road = new Option(agency, 0.95, "road", "Jalan");
        return new Proposal(List.of(road), road, setting.isSure(), setting.isSure());
    }

    /** Something happens, and a second passes. */
    void tell(Step step) {
        var written = post.written();
        var granted = post.granted().size();
        var wasQuiet = isQuiet();
        told.add("%s  %s: %s".formatted(now, step, step.in(this)));
        var isAtOnce = post.granted().stream().skip(granted).anyMatch(it -> !it.isProposed());
        isUnderWay &= !wasQuiet;
        var hasActed = !(step instanceof Step.Transport) && post.written() > written;
        hasCrossed |= (isAtOnce && !wasQuiet) || (isUnderWay && hasActed);
        isUnderWay |= isAtOnce;
        now = now.plusSeconds(1);
    }

    /** Something happens while nothing else does, and all hear of it. */
    void tellAlone(Step step) {
        var granted = post.granted().size();
        tell(step);
        settle();
        post.granted().stream().skip(granted).forEach(alone::add);
    }

    /** Whether nothing else was on its way when it was granted, nor happened before all had heard of it. */
    boolean wasAlone(Granted act) {
        return alone.contains(act);
    }

    /** All that is on its way arrives, and what is due rings. */
    void settle() {
        flow(Set.of());
        while (routing.ring()) {
            flow(Set.of());
        }
        now = now.plusSeconds(1);
    }

    /** What is on its way arrives, but for what some links carry. Who hears of something may tell of it in turn. */
    void flow(Set<Link> held) {
        for (var round = 0; round < 2; round++) {
            Who.TELLERS.forEach(who -> node(who).publishAll());
            Link.all().stream()
                    .filter(link -> !held.contains(link))
                    .forEach(link -> node(link.reader()).takeAll(link.topic()));
        }
    }

    /** Time passes; routing wakes for each alarm, unless it is down meanwhile. */
    void pass(Duration time, boolean isAwake) {
        var end = now.plus(time);
        for (var next = nextAlarm(end); isAwake && next != null; next = nextAlarm(end)) {
            now = next.isAfter(now) ? next : now;
            routing.ring();
        }
        now = end;
    }

    private @Nullable Instant nextAlarm(Instant end) {
        var next = routing.nextAlarmAt();
        return next == null || next.isAfter(end) ? null : next;
    }

    private boolean isQuiet() {
        return Arrays.stream(Who.values()).allMatch(who -> node(who).isQuiet());
    }

    Node node(Who who) {
        return switch (who) {
            case INTAKE -> intake.node();
            case ROUTING -> routing.node();
            case DESK -> desk.node();
            case RECAP -> recap.node();
            case MAIL -> mail.node();
        };
    }

    /**
     * Whether an act that had its effect at once met something else on the way: then nobody promises that all services tell the
     * same (ADR 31).
     */
    boolean hasCrossed() {
        return hasCrossed;
    }

    /** Null while it lies on no desk, as far as the desks know. */
    @Nullable
    Office onTheDeskOf() {
        var agency = desk.held().agency();
        return Arrays.stream(Office.values())
                .filter(office -> office.in(government).id().equals(agency))
                .findFirst()
                .orElse(null);
    }

    /** Words that nobody said before. */
    String words() {
        return WORD + ++words + ".";
    }

    Setting setting() {
        return setting;
    }

    Government government() {
        return government;
    }

    Instant now() {
        return now;
    }

    Log log() {
        return log;
    }

    Post post() {
        return post;
    }

    Intake intake() {
        return intake;
    }

    Routing routing() {
        return routing;
    }

    Desk desk() {
        return desk;
    }

    Recap recap() {
        return recap;
    }

    Mail mail() {
        return mail;
    }

    /** What happened, line by line. */
    String told() {
        return String.join("\n", told);
    }
}
