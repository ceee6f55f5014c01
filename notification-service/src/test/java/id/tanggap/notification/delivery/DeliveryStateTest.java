package id.tanggap.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryStateTest {
    @Test
    void getsFurtherOnceItIsOut() {
        assertThat(DeliveryState.SENT.follows())
                .containsExactlyInAnyOrder(DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.UNKNOWN);
        assertThat(DeliveryState.DELIVERED.follows()).contains(DeliveryState.UNKNOWN, DeliveryState.SENT);
        assertThat(DeliveryState.READ.follows()).contains(DeliveryState.SENT, DeliveryState.DELIVERED);
    }

    @Test
    void neverGoesBackFromWhatIsOutOrOver() {
        for (var state : DeliveryState.values()) {
            assertThat(state.follows())
                    .doesNotContain(DeliveryState.READ, DeliveryState.FAILED, DeliveryState.NO_ADDRESS);
            if (!state.isOut()) {
                assertThat(state.follows()).noneMatch(DeliveryState::isOut);
            }
        }
    }

    @Test
    void mayFailAfterItWasTakenButNotOnceItIsThere() {
        assertThat(DeliveryState.FAILED.followsWhenReported())
                .containsExactlyInAnyOrder(DeliveryState.SENDING, DeliveryState.UNKNOWN, DeliveryState.SENT);
        assertThat(DeliveryState.DELIVERED.followsWhenReported()).isEqualTo(DeliveryState.DELIVERED.follows());
    }
}
