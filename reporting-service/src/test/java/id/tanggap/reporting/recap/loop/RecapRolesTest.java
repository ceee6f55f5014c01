package id.tanggap.reporting.recap.loop;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Governments;
import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.sop.SopReader;
import id.tanggap.reporting.recap.loop.RecapRoles.Act;
import java.util.HashMap;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecapRolesTest {
    private static final Sop KARANGANYAR =
            Objects.requireNonNull(Governments.load(null).find("karanganyar")).sop();

    @Test
    void areThoseOfTheSop() {
        assertThat(RecapRoles.of(KARANGANYAR, Act.COMPILE))
                .containsExactlyInAnyOrder("intake-officer", "coordinator", "analyst");
        assertThat(RecapRoles.of(KARANGANYAR, Act.DECIDE)).containsExactly("head");
        assertThat(RecapRoles.of(KARANGANYAR, Act.ARCHIVE)).containsExactly("archivist");
    }

    @Test
    void mayBeTheSameForSeveralSteps() {
        var texts = new HashMap<>(KARANGANYAR.texts());
        texts.replaceAll((_, text) -> text.replace("role: SERVICE_OWNER", "role: POLICY_ANALYST"));
        var sop = SopReader.of(texts);

        assertThat(RecapRoles.of(sop, Act.WRITE_EVALUATION)).containsExactly("analyst");
        assertThat(RecapRoles.of(sop, Act.DECIDE)).containsExactly("analyst");
    }
}
