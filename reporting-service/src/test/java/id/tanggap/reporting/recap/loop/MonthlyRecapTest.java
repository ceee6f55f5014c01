package id.tanggap.reporting.recap.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tanggap.clock.WorkingCalendar;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RecapEvent.MonthEnded;
import id.tanggap.contracts.event.RecapEvent.RecapArchived;
import id.tanggap.contracts.event.RecapEvent.RecapCompiled;
import id.tanggap.contracts.event.RecapEvent.RecapDeadlineMissed;
import id.tanggap.contracts.event.RecapEvent.RecapDisposed;
import id.tanggap.contracts.event.RecapEvent.RecapEvaluated;
import id.tanggap.contracts.event.RecapEvent.RecapReturned;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.proof.Digest;
import id.tanggap.reporting.recap.loop.Deed.Actor;
import id.tanggap.reporting.recap.loop.Deed.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MonthlyRecapTest {
    private static final Government KARANGANYAR =
            Objects.requireNonNull(Governments.load(null).find("karanganyar"));
    private static final RecapMonth OCTOBER = new RecapMonth(KARANGANYAR, YearMonth.of(2026, 10));
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(KARANGANYAR.calendar());
    private static final Digest ROOT = Digest.of(new byte[32]);
    private static final Actor ANALYST = new Actor("a-1", "Ani");
    private static final Actor HEAD = new Actor("h-1", "Hadi");
    private static final Actor ARCHIVIST = new Actor("r-1", "Rini");
    /** Monday, 2 November 2026, 09:00 in Karanganyar; the office opened at half past seven. */
    private static final Instant MONDAY = Instant.parse("2026-11-02T02:00:00Z");

    private final MonthlyRecap recap = MonthlyRecap.begin(UUID.randomUUID(), OCTOBER, true);

    @Test
    void goesFromTheEndOfTheMonthToTheArchive() {
        recap.monthEnded(OCTOBER.endsAt());
        assertThat(recap.compiled(1, 12, ROOT, null, OCTOBER.endsAt())).isNull();
        assertThat(recap.writeEvaluation(1, ANALYST, "Jalan rusak terbanyak.", MONDAY))
                .isNull();
        assertThat(recap.evaluate(1, HEAD, MONDAY)).isNull();
        assertThat(recap.dispose(1, HEAD, "Tindak lanjuti bersama DPUPR.", MONDAY))
                .isNull();
        assertThat(recap.archive(1, ARCHIVIST, MONDAY)).isNull();

        assertThat(recap.state()).isEqualTo(RecapState.ARCHIVED);
        assertThat(recap.told())
                .extracting(Event::getClass)
                .containsExactly(
                        MonthEnded.class,
                        RecapCompiled.class,
                        RecapEvaluated.class,
                        RecapDisposed.class,
                        RecapArchived.class);
        assertThat(recap.told().getLast())
                .isEqualTo(new RecapArchived(
                        "2026-10", 1, recap.deeds().getLast().link().hex(), MONDAY));
    }

    @Test
    void isCompiledAnewWhenTheHeadReturnsItAndCountsTheLoops() {
        recap.monthEnded(OCTOBER.endsAt());
        recap.compiled(1, 12, ROOT, null, MONDAY);
        recap.writeEvaluation(1, ANALYST, "Kurang lengkap.", MONDAY);

        assertThat(recap.giveBack(1, HEAD, "Lengkapi jawaban.", MONDAY)).isNull();
        assertThat(recap.state()).isEqualTo(RecapState.DUE);
        assertThat(recap.evaluate(1, HEAD, MONDAY)).isEqualTo(Refusal.NOT_COMPILED);

        recap.compiled(2, 13, ROOT, ANALYST, MONDAY);
        assertThat(recap.loops()).isEqualTo(1);
        assertThat(recap.told()).contains(new RecapReturned("2026-10", 1, 1, MONDAY));
        // The evaluation was one of the first version.
        assertThat(recap.evaluate(2, HEAD, MONDAY)).isEqualTo(Refusal.NO_EVALUATION);
        assertThat(recap.writeEvaluation(1, ANALYST, "Terlambat menulis.", MONDAY))
                .isEqualTo(Refusal.OTHER_VERSION);
    }

    @Test
    void isPreliminaryBeforeTheMonthIsOver() {
        assertThat(recap.compiled(1, 3, ROOT, ANALYST, MONDAY)).isNull();

        assertThat(recap.state()).isEqualTo(RecapState.RUNNING);
        assertThat(recap.version()).isZero();
        assertThat(recap.told()).isEmpty();
        assertThat(recap.writeEvaluation(1, ANALYST, "Sudah?", MONDAY)).isEqualTo(Refusal.STILL_RUNNING);
    }

    @Property
    void hasNoClockAndIsNeverLateWhereNobodyOwesIt(@ForAll("steps") List<Step> steps) {
        var past = MonthlyRecap.begin(UUID.randomUUID(), OCTOBER, false);
        var now = OCTOBER.endsAt().plus(Duration.ofDays(400));
        for (var step : steps) {
            attempt(step, past);
            past.judge(CALENDAR, now);

            assertThat(past.clocks(CALENDAR)).isEmpty();
            assertThat(past.nextDueAt(CALENDAR, now)).isNull();
        }
        assertThat(past.deeds()).extracting(Deed::kind).doesNotContain(Kind.STEP_MISSED);
        assertThat(past.told()).noneMatch(event -> event instanceof MonthEnded || event instanceof RecapDeadlineMissed);
    }

    @Test
    void timesEachStepByTheWorkingCalendar() {
        // Saturday midnight: nobody works before Monday half past seven.
        recap.monthEnded(OCTOBER.endsAt());
        assertThat(recap.clocks(CALENDAR)).singleElement().satisfies(clock -> {
            assertThat(clock.rule().id()).isEqualTo("recap");
            assertThat(clock.dueAt()).isEqualTo("2026-11-02T01:00:00Z");
        });

        recap.compiled(1, 12, ROOT, null, OCTOBER.endsAt().plusSeconds(5));
        recap.writeEvaluation(1, ANALYST, "Baik.", MONDAY);
        recap.evaluate(1, HEAD, MONDAY);
        recap.dispose(1, HEAD, "Arsipkan.", MONDAY);
        recap.archive(1, ARCHIVIST, MONDAY.plus(Duration.ofMinutes(15)));

        assertThat(recap.clocks(CALENDAR))
                .extracting(clock -> clock.rule().id(), clock -> clock.isLate())
                .containsExactly(tuple("recap", false), tuple("evaluate", true), tuple("archive", false));
    }

    @Test
    void putsAMissedStepOnRecordOnce() {
        recap.monthEnded(OCTOBER.endsAt());
        recap.compiled(1, 12, ROOT, null, OCTOBER.endsAt().plusSeconds(5));
        var dueAt = Instant.parse("2026-11-02T01:00:00Z");
        assertThat(recap.nextDueAt(CALENDAR, dueAt)).isEqualTo(dueAt);

        recap.judge(CALENDAR, dueAt);
        assertThat(recap.told()).noneMatch(RecapDeadlineMissed.class::isInstance);
        recap.judge(CALENDAR, dueAt.plusSeconds(1));
        recap.judge(CALENDAR, dueAt.plusSeconds(2));

        assertThat(recap.told())
                .filteredOn(RecapDeadlineMissed.class::isInstance)
                .containsExactly(new RecapDeadlineMissed("2026-10", "evaluate", dueAt));
        assertThat(recap.nextDueAt(CALENDAR, dueAt.plusSeconds(2))).isNull();
    }

    @Test
    void linksEachDeedToTheOneBefore() {
        recap.monthEnded(OCTOBER.endsAt());
        recap.compiled(1, 12, ROOT, null, MONDAY);
        recap.writeEvaluation(1, ANALYST, "Baik.", MONDAY);

        var deeds = recap.deeds();
        for (int i = 0; i < deeds.size(); i++) {
            assertThat(deeds.get(i).follows(i == 0 ? null : deeds.get(i - 1))).isTrue();
        }
        var written = deeds.getLast();
        var changed = new Deed(
                written.seq(), written.kind(), written.version(), written.by(), "Buruk.", written.at(), written.link());
        assertThat(changed.follows(deeds.get(1))).isFalse();
        assertThat(written.follows(deeds.getFirst())).isFalse();
    }

    private enum Step {
        END,
        COMPILE,
        WRITE,
        RETURN,
        EVALUATE,
        DISPOSE,
        ARCHIVE
    }

    private static @Nullable Refusal attempt(Step step, MonthlyRecap it) {
        return switch (step) {
            case END -> {
                it.monthEnded(OCTOBER.endsAt());
                yield null;
            }
            case COMPILE -> it.compiled(it.version() + 1, 3, ROOT, null, MONDAY);
            case WRITE -> it.writeEvaluation(it.version(), ANALYST, "Baik.", MONDAY);
            case RETURN -> it.giveBack(it.version(), HEAD, "Lengkapi.", MONDAY);
            case EVALUATE -> it.evaluate(it.version(), HEAD, MONDAY);
            case DISPOSE -> it.dispose(it.version(), HEAD, "Arsipkan.", MONDAY);
            case ARCHIVE -> it.archive(it.version(), ARCHIVIST, MONDAY);
        };
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMaxSize(40);
    }

    @Property
    void neverSkipsAStepWhateverIsTried(@ForAll("steps") List<Step> steps) {
        var tried = MonthlyRecap.begin(UUID.randomUUID(), OCTOBER, true);
        for (var step : steps) {
            var before = tried.deeds().size();
            var archived = tried.state() == RecapState.ARCHIVED;
            var refusal = attempt(step, tried);
            if (refusal != null || archived) {
                assertThat(tried.deeds()).hasSize(before);
            }
        }

        var kinds = tried.deeds().stream().map(Deed::kind).toList();
        assertThat(tried.loops())
                .isEqualTo((int) kinds.stream().filter(Kind.RETURNED::equals).count());
        if (tried.state() == RecapState.ARCHIVED) {
            assertThat(kinds)
                    .containsSubsequence(
                            Kind.MONTH_ENDED,
                            Kind.COMPILED,
                            Kind.EVALUATION_WRITTEN,
                            Kind.EVALUATED,
                            Kind.DISPOSED,
                            Kind.ARCHIVED);
            assertThat(kinds.getLast()).isEqualTo(Kind.ARCHIVED);
        }
    }
}
