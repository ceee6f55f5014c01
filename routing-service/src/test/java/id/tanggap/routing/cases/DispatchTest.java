package id.tanggap.routing.cases;

import static id.tanggap.routing.cases.ReceivedFixture.received;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.ClockKind;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.routing.clock.WorkingCalendar;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private static final Governments GOVERNMENTS = Governments.load(null);
    private static final Instant NOW = Instant.parse("2026-11-02T02:00:05Z");

    @Test
    void followsTheCategoryTheCitizenChose() {
        var dispatched =
                dispatch("surakarta", received().inCategory("jalan-rusak")).dispatched();

        assertThat(dispatched.agency()).isEqualTo("dpupr");
        assertThat(dispatched.reason()).isNotBlank();
        assertThat(dispatched.hop()).isZero();
        assertThat(dispatched.dispatchedAt()).isEqualTo(NOW);
    }

    @Test
    void readsTheTextWhenThereIsNoCategory() {
        var dispatched = dispatch("surakarta", received().saying("Juru parkir menarik parkir dua kali lipat"))
                .dispatched();

        assertThat(dispatched.agency()).isEqualTo("dishub");
    }

    @Test
    void leavesWhatNobodyElseTakesToTheDefaultAgency() {
        var dispatched = dispatch("surakarta", received().saying("Tidak ada kata yang dikenal aturan di sini"))
                .dispatched();

        assertThat(dispatched.agency())
                .isEqualTo(government("surakarta").defaultAgency().id());
    }

    @Test
    void promisesThreeWorkingDaysInKaranganyarFromTheReceiptOn() {
        // Given Friday 30 October 2026, 15:00 WIB
        var promise =
                dispatch("karanganyar", received().at("2026-10-30T08:00:00Z")).promise();

        // Then the third working day after it is Wednesday
        assertThat(promise.clock()).isEqualTo(ClockKind.PROMISE);
        assertThat(promise.standard()).isEqualTo("3 hari kerja");
        assertThat(promise.startedAt()).isEqualTo("2026-10-30T08:00:00Z");
        assertThat(promise.dueAt().atZone(java.time.ZoneId.of("Asia/Jakarta")).toLocalDate())
                .isEqualTo("2026-11-04");
    }

    @Test
    void promisesFortyEightHoursInSurakarta() {
        var promise =
                dispatch("surakarta", received().at("2026-10-30T08:00:00Z")).promise();

        assertThat(promise.dueAt()).isEqualTo("2026-11-01T08:00:00Z");
    }

    private static Dispatch dispatch(String government, ReceivedFixture complaint) {
        var home = government(government);
        return Dispatch.of(complaint.event(), home, new WorkingCalendar(home.calendar()), NOW);
    }

    private static Government government(String id) {
        return Objects.requireNonNull(GOVERNMENTS.find(id));
    }
}
