package id.tanggap.response.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.Visibility;
import id.tanggap.response.desk.DeskCase.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeskCaseTest {
    private static final Instant MORNING = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-02T05:00:00Z");

    private final DeskCase deskCase = new DeskCase();

    @Test
    void isTakenInHand() {
        assertThat(deskCase.accept("andi", MORNING)).isInstanceOf(Outcome.Done.class);

        assertThat(deskCase.status).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(deskCase.acceptedAt).isEqualTo(MORNING);
        assertThat(deskCase.acceptedBy).isEqualTo("andi");
    }

    @Test
    void isTakenInHandOnce() {
        deskCase.accept("andi", MORNING);

        assertThat(deskCase.accept("budi", NOON)).isInstanceOf(Outcome.Refused.class);
        assertThat(deskCase.acceptedBy).isEqualTo("andi");
    }

    @Test
    void isAnsweredAfterItWasAccepted() {
        assertThat(deskCase.answer("Sudah kami perbaiki.", "andi", MORNING)).isInstanceOf(Outcome.Refused.class);
        deskCase.accept("andi", MORNING);
        assertThat(deskCase.answer("Sudah kami perbaiki.", "budi", NOON)).isInstanceOf(Outcome.Done.class);

        assertThat(deskCase.status).isEqualTo(CaseStatus.ANSWERED);
        assertThat(deskCase.answer).isEqualTo("Sudah kami perbaiki.");
        assertThat(deskCase.answeredAt).isEqualTo(NOON);
        assertThat(deskCase.answeredBy).isEqualTo("budi");
    }

    @Test
    void isAnsweredOnce() {
        deskCase.accept("andi", MORNING);
        deskCase.answer("Sudah kami perbaiki.", "andi", MORNING);

        assertThat(deskCase.answer("Belum.", "budi", NOON)).isInstanceOf(Outcome.Refused.class);
        assertThat(deskCase.accept("budi", NOON)).isInstanceOf(Outcome.Refused.class);
        assertThat(deskCase.answer).isEqualTo("Sudah kami perbaiki.");
    }

    @Test
    void belongsToTheReachOfItsAgencyAndOfItsGovernment() {
        deskCase.government = "surakarta";
        deskCase.agency = "dishub";
        assertThat(new Reach("andi", "surakarta", "dishub").covers(deskCase)).isFalse();
        deskCase.visibility = Visibility.PUBLIC;

        assertThat(new Reach("andi", "surakarta", "dishub").covers(deskCase)).isTrue();
        assertThat(new Reach("ketua", "surakarta", null).covers(deskCase)).isTrue();
        assertThat(new Reach("budi", "surakarta", "dlh").covers(deskCase)).isFalse();
        assertThat(new Reach("citra", "karanganyar", "dishub").covers(deskCase)).isFalse();
        assertThat(new Reach("dewi", "karanganyar", null).covers(deskCase)).isFalse();
    }

    @Test
    void isSecretUnlessItIsKnownNotToBe() {
        assertThat(deskCase.isSecret()).isTrue();
        deskCase.visibility = Visibility.ANONYMOUS;
        assertThat(deskCase.isSecret()).isFalse();
        deskCase.visibility = Visibility.SECRET;

        assertThat(deskCase.isSecret()).isTrue();
    }
}
