package id.tanggap.reporting;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.event.ImportEvent.ComplaintTakenBack;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.event.IntakeEvent.AddedKind;
import id.tanggap.contracts.event.IntakeEvent.AddedWords;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
import id.tanggap.contracts.event.IntakeEvent.SurveyScores;
import id.tanggap.contracts.event.NotificationEvent.FailureReason;
import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClockEvent;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.ClocksChanged;
import id.tanggap.contracts.event.RoutingEvent.CloseReason;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.life.Story;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One complaint as the other services tell it; says only what matters to the test that uses it. */
public record ComplaintStory(
        UUID id,
        String government,
        Instant receivedAt,
        @Nullable String category,
        Channel channel,
        Visibility visibility,
        @Nullable String title,
        String text,
        String agency,
        String answer) {
    private static final Duration PROMISE = Duration.ofDays(3);

    public static ComplaintStory in(String government) {
        return new ComplaintStory(
                UUID.randomUUID(),
                government,
                Instant.parse("2026-10-05T02:00:00Z"),
                "jalan-rusak",
                Channel.WHATSAPP,
                Visibility.PUBLIC,
                null,
                "Jalan di depan pasar berlubang.",
                "dpupr",
                "Sudah ditambal.");
    }

    public ComplaintStory another() {
        return new ComplaintStory(
                UUID.randomUUID(), government, receivedAt, category, channel, visibility, title, text, agency, answer);
    }

    public ComplaintStory receivedAt(String instant) {
        return receivedAt(OffsetDateTime.parse(instant).toInstant());
    }

    public ComplaintStory receivedAt(Instant instant) {
        return new ComplaintStory(id, government, instant, category, channel, visibility, title, text, agency, answer);
    }

    public ComplaintStory about(@Nullable String category, Channel channel, String agency) {
        return new ComplaintStory(
                id, government, receivedAt, category, channel, visibility, title, text, agency, answer);
    }

    public ComplaintStory seenAs(Visibility visibility) {
        return new ComplaintStory(
                id, government, receivedAt, category, channel, visibility, title, text, agency, answer);
    }

    public ComplaintStory saying(@Nullable String title, String text, String answer) {
        return new ComplaintStory(
                id, government, receivedAt, category, channel, visibility, title, text, agency, answer);
    }

    public String number() {
        return "SKA-" + id.toString().substring(0, 8);
    }

    public Instant dueAt() {
        return receivedAt.plus(PROMISE);
    }

    public Told received() {
        return told(
                receivedAt,
                new ComplaintReceived(
                        number(),
                        channel,
                        ComplaintType.ORDINARY,
                        visibility,
                        title,
                        text,
                        category,
                        new Location("Jl. Pasar 1", "33.72.01.1001", null, null),
                        Set.of(ContactWay.EMAIL),
                        receivedAt));
    }

    /** As another system left it; nothing else is told of it. */
    public Told imported(ImportedState state, @Nullable Instant answeredAt) {
        return imported(state, answeredAt, "Dinas " + agency);
    }

    /** With an agency of that name. */
    public Told imported(ImportedState state, @Nullable Instant answeredAt, String agencyName) {
        return imported(state, answeredAt, agencyName, null);
    }

    /** @param by the import that told it */
    public Told imported(ImportedState state, @Nullable Instant answeredAt, UUID by) {
        return imported(state, answeredAt, "Dinas " + agency, by);
    }

    private Told imported(ImportedState state, @Nullable Instant answeredAt, String agencyName, @Nullable UUID by) {
        return told(
                receivedAt,
                new ComplaintImported(
                        number(),
                        ImportSource.SP4N,
                        channel,
                        ComplaintType.ORDINARY,
                        visibility,
                        title,
                        text,
                        category,
                        "33.72.01.1001",
                        agency,
                        agencyName,
                        receivedAt,
                        state,
                        answeredAt,
                        answeredAt == null ? null : answer,
                        receivedAt.plus(Duration.ofDays(1000)),
                        by));
    }

    /** What that import told of it holds no more. */
    public Told takenBack(UUID by) {
        return told(
                receivedAt.plus(Duration.ofDays(1001)),
                new ComplaintTakenBack(by, receivedAt.plus(Duration.ofDays(1001))));
    }

    /** As a published story tells it. */
    public Told told(Story.Step step) {
        return told(step, step.told(receivedAt));
    }

    /** It counts nothing, and is a link of the chain. */
    public Told objectionProposed() {
        return told(dueAt(), new ObjectionRaised("Belum selesai", dueAt()).asProposal());
    }

    /** What is told of the step, in whatever words. */
    public Told told(Story.Step step, Event event) {
        return told(receivedAt.plus(Duration.ofMinutes(step.at())), event);
    }

    /** In other words than it came. */
    public Told maskedAnew(Instant at, String text, @Nullable String remark) {
        var added = remark == null ? List.<AddedWords>of() : List.of(new AddedWords(AddedKind.SURVEYED, at, remark));
        return told(at, new MaskedAnew(null, text, "Jl. Pasar [RUMAH]", added, at));
    }

    public Told dispatched() {
        return dispatched(agency, 0);
    }

    public Told dispatched(String agency, int hop) {
        var at = receivedAt.plusSeconds(60L * (hop + 1));
        return told(at, new Dispatched(agency, "Dinas " + agency, "kategori", "r1", hop, at));
    }

    public Told clockStarted() {
        return told(receivedAt, new ClockStarted(ClockKind.PROMISE, "promise", "3 hari", receivedAt, dueAt()));
    }

    /** Of a clock that the recap does not show. */
    public Told ceilingStarted() {
        return told(
                receivedAt,
                new ClockStarted(
                        ClockKind.CEILING, "answer-ordinary", "14 hari kerja", receivedAt, dueAt().plus(PROMISE)));
    }

    /** Of a step, whose due date nobody asks reporting for. */
    public Told stepStarted() {
        return told(
                receivedAt,
                new ClockStarted(ClockKind.STEP, "receive", "60 menit", receivedAt, receivedAt.plusSeconds(3600)));
    }

    public Told stepMet(String rule) {
        var at = receivedAt.plusSeconds(60);
        return told(at, new ClockMet(ClockKind.STEP, rule, null, receivedAt, 60L, dueAt(), at, false));
    }

    public Told stepMissed(String rule) {
        return told(dueAt(), new DeadlineMissed(ClockKind.STEP, rule, dueAt(), agency));
    }

    public Told screenedOut() {
        var at = receivedAt.plusSeconds(300);
        return told(at, new ComplaintScreenedOut(ScreeningReason.NO_COMPLAINT, at));
    }

    public Told withdrawn() {
        var at = receivedAt.plusSeconds(400);
        return told(at, new ComplaintWithdrawn(at));
    }

    public Told resolvedAfter(Duration time) {
        var at = receivedAt.plus(time);
        return told(at, new Resolved(agency, at));
    }

    public Told closedAfter(Duration time) {
        var at = receivedAt.plus(time);
        return told(at, new CaseClosed(CloseReason.COMPLAINANT_SILENT, at));
    }

    public Told objectedAfter(Duration time) {
        var at = receivedAt.plus(time);
        return told(at, new ObjectionRaised("Belum selesai", at));
    }

    /** How satisfied the citizen was with each element alike. */
    public Told surveyed(int score, @Nullable String comment) {
        return surveyedAfter(Duration.ofDays(20), score, comment);
    }

    public Told surveyedAfter(Duration time, int score, @Nullable String comment) {
        var at = receivedAt.plus(time);
        return told(
                at,
                new SurveyAnswered(
                        new SurveyScores(score, score, score, score, score, score, score, score, score), comment, at));
    }

    public Told redelegated(String to, int hop) {
        var at = receivedAt.plusSeconds(60L * hop);
        return told(at, new Redelegated(agency, to, MisroutingReason.NOT_OUR_DUTY, hop, at));
    }

    public Told linkedAfter(Duration time) {
        var at = receivedAt.plus(time);
        return told(at, new ComplaintsLinked(UUID.randomUUID(), at));
    }

    public Told unlinkedAfter(Duration time) {
        var at = receivedAt.plus(time);
        return told(at, new ComplaintsUnlinked(at));
    }

    public Told accepted() {
        var at = receivedAt.plusSeconds(600);
        return told(at, new Accepted(agency, at));
    }

    public Told answeredAfter(Duration time) {
        var at = receivedAt.plus(time);
        return told(at, new AnswerPublished(agency, answer, at));
    }

    public Told clockMetAfter(Duration time) {
        var at = receivedAt.plus(time);
        return told(
                at,
                new ClockMet(ClockKind.PROMISE, "promise", agency, receivedAt, 0L, dueAt(), at, at.isAfter(dueAt())));
    }

    public Told deadlineMissed() {
        return told(dueAt().plusSeconds(1), new DeadlineMissed(ClockKind.PROMISE, "promise", dueAt(), agency));
    }

    public Told messageSent(MessageKind kind) {
        return told(receivedAt.plusSeconds(5), new MessageSent(kind, ContactWay.EMAIL, 1, receivedAt.plusSeconds(5)));
    }

    public Told messageFailed() {
        return told(
                receivedAt.plusSeconds(5),
                new MessageFailed(
                        MessageKind.RECEIVED, ContactWay.EMAIL, FailureReason.RECIPIENT, 1, receivedAt.plusSeconds(5)));
    }

    /** Received, dispatched and waiting for its answer. */
    public List<Told> open() {
        return List.of(received(), dispatched(), clockStarted());
    }

    /** Received, dispatched, and what deadlines may do. */
    public List<Told> deadlines() {
        return List.of(
                received(),
                dispatched(),
                clockStarted(),
                ceilingStarted(),
                stepStarted(),
                stepMet("receive"),
                stepMissed("follow-up"),
                deadlineMissed());
    }

    /** The clocks among these, as the act of one moment. */
    public Told toldTogether(List<Told> told) {
        var clocks = told.stream()
                .map(Told::event)
                .filter(ClockEvent.class::isInstance)
                .map(ClockEvent.class::cast)
                .toList();
        return told(deadlineMissed().time(), ClocksChanged.of(clocks));
    }

    public List<Told> answered(Duration after) {
        return List.of(
                received(), dispatched(), clockStarted(), accepted(), answeredAfter(after), clockMetAfter(after));
    }

    private Told told(Instant time, Event event) {
        return Told.of(id, government, time, event);
    }
}
