package id.tanggap.reporting.recap.loop;

import id.tanggap.clock.Clock;
import id.tanggap.clock.Procedure;
import id.tanggap.clock.WorkingCalendar;
import id.tanggap.contracts.event.RecapEvent;
import id.tanggap.contracts.event.RecapEvent.MonthEnded;
import id.tanggap.contracts.event.RecapEvent.RecapArchived;
import id.tanggap.contracts.event.RecapEvent.RecapCompiled;
import id.tanggap.contracts.event.RecapEvent.RecapDeadlineMissed;
import id.tanggap.contracts.event.RecapEvent.RecapDisposed;
import id.tanggap.contracts.event.RecapEvent.RecapEvaluated;
import id.tanggap.contracts.event.RecapEvent.RecapReturned;
import id.tanggap.governments.sop.Sop;
import id.tanggap.proof.Digest;
import id.tanggap.reporting.recap.loop.Deed.Actor;
import id.tanggap.reporting.recap.loop.Deed.Kind;
import id.tanggap.reporting.recap.loop.RecapRoles.Act;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The recap of one month on its way from the end of the month to the archive (Karanganyar rows 5 to 7). What was done
 * with it is its state: the deeds are only ever added to, and its clocks are computed from them. Nobody owes the recap of
 * a time before the first complaint was lodged here, of which only imports tell: it has no clock, and is made when asked for.
 */
public final class MonthlyRecap {
    private final UUID id;
    private final String government;
    private final YearMonth month;
    private final Sop sop;
    private final boolean owed;
    private final List<Deed> deeds;
    private final List<Deed> fresh = new ArrayList<>();
    private final List<RecapEvent> told = new ArrayList<>();
    private Standing standing;

    MonthlyRecap(UUID id, RecapMonth month, Sop sop, boolean owed, Standing standing, List<Deed> deeds) {
        this.id = id;
        this.government = month.government().id();
        this.month = month.month();
        this.sop = sop;
        this.owed = owed;
        this.standing = standing;
        this.deeds = new ArrayList<>(deeds);
    }

    /** Of a month that runs. It follows the procedure that is in force now to its end. */
    static MonthlyRecap begin(UUID id, RecapMonth month, boolean owed) {
        return new MonthlyRecap(id, month, month.government().sop(), owed, Standing.START, List.of());
    }

    /** From here the recap is due, if it is owed. Does nothing when that is known. */
    public void monthEnded(Instant endedAt) {
        if (state() == RecapState.RUNNING) {
            add(Kind.MONTH_ENDED, null, null, endedAt);
            if (owed) {
                told.add(new MonthEnded(month.toString(), endedAt));
            }
        }
    }

    /** Whether it may be compiled, anew if it was before. A month that is not over is compiled as preliminary. */
    @Nullable
    public Refusal mayCompile() {
        return switch (state()) {
            case RUNNING, DUE, COMPILED -> null;
            case EVALUATED -> Refusal.ALREADY_EVALUATED;
            case DISPOSED -> Refusal.ALREADY_DISPOSED;
            case ARCHIVED -> Refusal.IS_ARCHIVED;
        };
    }

    /** @param by null when the platform did it by itself */
    @Nullable
    public Refusal compiled(int compiled, int complaints, Digest root, @Nullable Actor by, Instant now) {
        var refusal = mayCompile();
        if (refusal != null) {
            return refusal;
        }
        if (state() == RecapState.RUNNING) {
            add(Kind.COMPILED_PRELIMINARY, by, root.hex(), now);
            return null;
        }
        add(Kind.COMPILED, compiled, by, root.hex(), now);
        told.add(new RecapCompiled(month.toString(), version(), complaints, root.hex(), now));
        return null;
    }

    /** What the analyst has to say about the month. May be written anew until it is decided upon. */
    @Nullable
    public Refusal writeEvaluation(int about, Actor by, String text, Instant now) {
        var refusal = refusalUnlessCompiled(about);
        if (refusal == null) {
            add(Kind.EVALUATION_WRITTEN, by, text, now);
        }
        return refusal;
    }

    /** "Perlu evaluasi": back to be compiled anew. */
    @Nullable
    public Refusal giveBack(int about, Actor by, String remarks, Instant now) {
        var refusal = refusalUnlessEvaluationWritten(about);
        if (refusal == null) {
            add(Kind.RETURNED, by, remarks, now);
            told.add(new RecapReturned(month.toString(), version(), loops(), now));
        }
        return refusal;
    }

    /** "Tidak ada evaluasi": on to the disposition. */
    @Nullable
    public Refusal evaluate(int about, Actor by, Instant now) {
        var refusal = refusalUnlessEvaluationWritten(about);
        if (refusal == null) {
            add(Kind.EVALUATED, by, null, now);
            told.add(new RecapEvaluated(month.toString(), version(), now));
        }
        return refusal;
    }

    @Nullable
    public Refusal dispose(int about, Actor by, String text, Instant now) {
        var refusal =
                switch (state()) {
                    case EVALUATED -> null;
                    case RUNNING -> Refusal.STILL_RUNNING;
                    case DUE -> Refusal.NOT_COMPILED;
                    case COMPILED -> Refusal.NOT_EVALUATED;
                    case DISPOSED -> Refusal.ALREADY_DISPOSED;
                    case ARCHIVED -> Refusal.IS_ARCHIVED;
                };
        if (refusal != null || about != version()) {
            return refusal == null ? Refusal.OTHER_VERSION : refusal;
        }
        add(Kind.DISPOSED, by, text, now);
        told.add(new RecapDisposed(month.toString(), version(), now));
        return null;
    }

    @Nullable
    public Refusal archive(int about, Actor by, Instant now) {
        var refusal =
                switch (state()) {
                    case DISPOSED -> null;
                    case RUNNING -> Refusal.STILL_RUNNING;
                    case DUE -> Refusal.NOT_COMPILED;
                    case COMPILED, EVALUATED -> Refusal.NOT_DISPOSED;
                    case ARCHIVED -> Refusal.IS_ARCHIVED;
                };
        if (refusal != null || about != version()) {
            return refusal == null ? Refusal.OTHER_VERSION : refusal;
        }
        var seal = add(Kind.ARCHIVED, by, null, now).link();
        told.add(new RecapArchived(month.toString(), version(), seal.hex(), now));
        return null;
    }

    /** Puts on record, once each, which steps were not done in time. */
    public void judge(WorkingCalendar calendar, Instant now) {
        if (state() == RecapState.ARCHIVED) {
            return;
        }
        for (var step : sop.steps()) {
            var missed = clocks(calendar).stream()
                    .filter(clock -> clock.rule().id().equals(step.id()))
                    .filter(clock -> isMissed(clock, now))
                    .toList();
            var known = deeds.stream()
                    .filter(deed -> deed.kind() == Kind.STEP_MISSED && step.id().equals(deed.text()))
                    .count();
            missed.stream().skip(known).forEach(clock -> {
                add(Kind.STEP_MISSED, null, step.id(), now);
                told.add(new RecapDeadlineMissed(month.toString(), step.id(), clock.dueAt()));
            });
        }
    }

    /** When {@link #judge} is to be asked next; null when no step is under way that is in time still. */
    @Nullable
    public Instant nextDueAt(WorkingCalendar calendar, Instant now) {
        return clocks(calendar).stream()
                .filter(clock -> clock.isOpen() && !isMissed(clock, now))
                .map(Clock::dueAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Of the steps that have begun, in the order in which they did; none where nobody owes them. */
    public List<Clock> clocks(WorkingCalendar calendar) {
        if (!owed) {
            return List.of();
        }
        var procedure = Procedure.ofRecap(sop);
        for (var deed : deeds) {
            var event = deed.kind().event();
            if (event != null) {
                procedure.happened(event, deed.at(), _ -> calendar);
            }
        }
        return procedure.clocks();
    }

    /** What somebody may do with it next, whoever it is. */
    public List<Act> possible() {
        return switch (state()) {
            case RUNNING, DUE -> List.of(Act.COMPILE);
            case COMPILED ->
                evaluation() == null
                        ? List.of(Act.COMPILE, Act.WRITE_EVALUATION)
                        : List.of(Act.COMPILE, Act.WRITE_EVALUATION, Act.DECIDE);
            case EVALUATED -> List.of(Act.DISPOSE);
            case DISPOSED -> List.of(Act.ARCHIVE);
            case ARCHIVED -> List.of();
        };
    }

    private static boolean isMissed(Clock clock, Instant now) {
        var end = clock.metAt() == null ? now : clock.metAt();
        return end.isAfter(clock.dueAt());
    }

    private @Nullable Refusal refusalUnlessCompiled(int about) {
        return switch (state()) {
            case COMPILED -> about == version() ? null : Refusal.OTHER_VERSION;
            case RUNNING -> Refusal.STILL_RUNNING;
            case DUE -> Refusal.NOT_COMPILED;
            case EVALUATED, DISPOSED -> Refusal.ALREADY_EVALUATED;
            case ARCHIVED -> Refusal.IS_ARCHIVED;
        };
    }

    private @Nullable Refusal refusalUnlessEvaluationWritten(int about) {
        var refusal = refusalUnlessCompiled(about);
        if (refusal != null) {
            return refusal;
        }
        return evaluation() == null ? Refusal.NO_EVALUATION : null;
    }

    /** The last one of the version that is in hand; null when there is none. */
    @Nullable
    Deed evaluation() {
        return deeds.reversed().stream()
                .filter(deed -> deed.kind() == Kind.EVALUATION_WRITTEN && deed.version() == version())
                .findFirst()
                .orElse(null);
    }

    private Deed add(Kind kind, @Nullable Actor by, @Nullable String text, Instant at) {
        return add(kind, standing.version(), by, text, at);
    }

    private Deed add(Kind kind, int version, @Nullable Actor by, @Nullable String text, Instant at) {
        var deed = Deed.after(deeds.isEmpty() ? null : deeds.getLast(), kind, version, by, text, at);
        deeds.add(deed);
        fresh.add(deed);
        standing = standing.after(deed);
        return deed;
    }

    public UUID id() {
        return id;
    }

    public String government() {
        return government;
    }

    public YearMonth month() {
        return month;
    }

    public Sop sop() {
        return sop;
    }

    /** Whether the office has to make it, by its clocks. */
    public boolean isOwed() {
        return owed;
    }

    public RecapState state() {
        return standing.state();
    }

    /** The last one that was compiled of the whole month; 0 when none was. */
    public int version() {
        return standing.version();
    }

    /** How often it was returned. */
    public int loops() {
        return standing.loops();
    }

    public List<Deed> deeds() {
        return Collections.unmodifiableList(deeds);
    }

    /** What was added since it was read. */
    List<Deed> fresh() {
        return fresh;
    }

    /** What is to be told of that. */
    List<RecapEvent> told() {
        return told;
    }
}
