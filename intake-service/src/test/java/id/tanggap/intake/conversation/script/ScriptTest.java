package id.tanggap.intake.conversation.script;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.intake.conversation.script.Said.Told;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Facts NOTHING_KNOWN = new Facts(List.of(), _ -> List.of());

    @Test
    void greets() {
        var talk = Script.hear(Talk.begun(new UUID(1, 1)), told("halo"), NOTHING_KNOWN);
        assertThat(talk.stage()).isEqualTo(Stage.MATTER);
        assertThat(talk.says()).extracting(Talk.Say::key).containsExactly("welcome");
    }

    private static Said told(String text) {
        return new Told(text, List.of(), null, Set.of());
    }
}
