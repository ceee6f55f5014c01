package id.tanggap.notification.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.ContactWay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LadderTest {
    @Test
    void triesFirstWhereCitizensWriteToUs() {
        var ladder = Ladder.of(Set.of(ContactWay.SMS, ContactWay.EMAIL, ContactWay.WHATSAPP));

        assertThat(ladder.rungs()).containsExactly(ContactWay.WHATSAPP, ContactWay.EMAIL, ContactWay.SMS);
    }

    @Test
    void leavesOutWhatTheCitizenDoesNotHave() {
        var ladder = Ladder.of(Set.of(ContactWay.SMS, ContactWay.EMAIL, ContactWay.WHATSAPP));

        assertThat(ladder.rungs(Set.of(ContactWay.SMS, ContactWay.PHONE))).containsExactly(ContactWay.SMS);
        assertThat(ladder.below(ContactWay.WHATSAPP, Set.of(ContactWay.SMS))).isEqualTo(ContactWay.SMS);
        assertThat(ladder.below(ContactWay.EMAIL, Set.of(ContactWay.WHATSAPP))).isNull();
    }

    /** A sender for a way that stands nowhere would never be asked. A telephone is for officers. */
    @Test
    void knowsEveryWayThatASenderCanSpeak() {
        assertThat(Ladder.of(List.of(ContactWay.values())).rungs())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(ContactWay.PHONE)));
    }

    @Property
    void goesDownThroughEachWayOnceAndEnds(@ForAll Set<ContactWay> installed, @ForAll Set<ContactWay> citizen) {
        var ladder = Ladder.of(installed);
        var tried = new ArrayList<ContactWay>();

        ladder.rungs(citizen).stream().findFirst().ifPresent(first -> {
            for (var way = first; way != null; way = ladder.below(way, citizen)) {
                assertThat(tried).doesNotContain(way);
                tried.add(way);
            }
        });

        assertThat(tried).isEqualTo(ladder.rungs(citizen));
        assertThat(installed).containsAll(tried);
        assertThat(citizen).containsAll(tried);
    }
}
