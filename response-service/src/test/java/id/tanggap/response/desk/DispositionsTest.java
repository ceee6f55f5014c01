package id.tanggap.response.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.agency.Division;
import id.tanggap.response.life.Refusal;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DispositionsTest {
    private static final Instant MORNING = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-02T05:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-02T10:00:00Z");

    private static final Division TRAFFIC = new Division("lalu-lintas", "Bidang Lalu Lintas", null);
    private static final Division SIGNALS = new Division("rekayasa", "Seksi Rekayasa", "lalu-lintas");
    private static final Division PARKING = new Division("parkir", "Bidang Perparkiran", null);
    private static final Officer ANDI =
            new Officer("andi", "Andi", "surakarta", "dishub", null, Set.of(Role.AGENCY_ADMIN));

    private final List<Disposition> kept = new ArrayList<>();

    @Test
    void leaveOutWhatAFormerAgencyBegan() {
        issue(TRAFFIC, EVENING).agency = "dlh";
        var own = issue(PARKING, NOON);

        assertThat(dispositions().all()).containsExactly(own);
        assertThat(dispositions().include("lalu-lintas")).isFalse();
        assertThat(dispositions().lastOpen()).isSameAs(own);
    }

    @Test
    void showTheLastThatIsOpenAndTheFirstThatFallsDue() {
        issue(TRAFFIC, NOON);
        var last = issue(PARKING, EVENING);

        assertThat(dispositions().lastOpen()).isSameAs(last);
        assertThat(dispositions().firstDueAt()).isEqualTo(NOON);
        dispositions().voidOpen(NOON);
        assertThat(dispositions().lastOpen()).isNull();
        assertThat(dispositions().firstDueAt()).isNull();
        assertThat(dispositions().areAllAnswered()).isTrue();
        assertThat(dispositions().include("parkir")).isTrue();
    }

    @Test
    void arePassedOnByTheAgencyAndByWhoHasOneThatIsOpen() {
        issue(TRAFFIC, EVENING);

        assertThat(dispositions().refusalToPassOn(null)).isNull();
        assertThat(dispositions().refusalToPassOn("lalu-lintas")).isNull();
        assertThat(dispositions().refusalToPassOn("parkir")).isEqualTo(Refusal.NOT_WITH_YOUR_DIVISION);
    }

    @Test
    void goDownOneFloorAndNoFurther() {
        var upper = issue(TRAFFIC, EVENING);

        assertThat(dispositions().refusalToGive(SIGNALS, "lalu-lintas")).isNull();
        assertThat(dispositions().refusalToGive(PARKING, "lalu-lintas")).isEqualTo(Refusal.NOT_BELOW_YOURS);
        upper.parent = kept.getFirst().id;
        assertThat(dispositions().refusalToGive(SIGNALS, "lalu-lintas")).isEqualTo(Refusal.NOT_BELOW_YOURS);
    }

    @Test
    void goToNoDivisionThatIsNotThereOrHasOneAlready() {
        issue(TRAFFIC, EVENING);

        assertThat(dispositions().refusalToGive(null, null)).isEqualTo(Refusal.UNKNOWN_DIVISION);
        assertThat(dispositions().refusalToGive(TRAFFIC, null)).isEqualTo(Refusal.ALREADY_DISPOSED);
        assertThat(dispositions().refusalToGive(PARKING, null)).isNull();
    }

    @Test
    void areAnsweredByTheDivisionOnceItsSectionHasAnswered() {
        var upper = issue(TRAFFIC, EVENING);
        var below = issue(SIGNALS, EVENING);
        below.parent = upper.id;
        assertThat(dispositions().refusalToAnswer("lalu-lintas")).isEqualTo(Refusal.WAITS_FOR_SECTION);
        assertThat(dispositions().refusalToAnswer(null)).isEqualTo(Refusal.NOT_WITH_YOUR_DIVISION);

        below.answer("Sudah diganti.", ANDI, NOON);

        assertThat(dispositions().refusalToAnswer("lalu-lintas")).isNull();
        assertThat(dispositions().refusalToAnswer("rekayasa")).isEqualTo(Refusal.NOT_WITH_YOUR_DIVISION);
    }

    private Dispositions dispositions() {
        return Dispositions.of("dishub", kept);
    }

    private Disposition issue(Division to, Instant dueAt) {
        var disposition = Disposition.to(to, ANDI, MORNING);
        disposition.agency = "dishub";
        disposition.dueAt = dueAt;
        kept.add(disposition);
        return disposition;
    }
}
