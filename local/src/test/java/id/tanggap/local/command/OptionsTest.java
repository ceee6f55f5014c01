package id.tanggap.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void movesEveryPortWithTheFrontDoor() {
        Workspace workspace = Options.parse(List.of("up", "--port", "9000")).workspace(Path.of("/checkout"));
        assertThat(workspace.publicUrl()).isEqualTo("http://localhost:9000");
        assertThat(workspace.port(Port.NOTIFICATION)).isEqualTo(9005);
        assertThat(workspace.port(Port.POSTGRES)).isEqualTo(9006);
        assertThat(workspace.port(Port.KEYCLOAK_MANAGEMENT)).isEqualTo(9010);
        assertThat(workspace.port(Port.MAIL)).isEqualTo(9011);
    }

    @Test
    void keepsTheDataInTheCheckoutUnlessTold() {
        Path root = Path.of("/checkout");
        assertThat(Options.parse(List.of("up")).workspace(root).data()).isEqualTo(Path.of("/checkout/.tanggap"));
        assertThat(Options.parse(List.of("up", "--data", "/tmp/other"))
                        .workspace(root)
                        .data())
                .isEqualTo(Path.of("/tmp/other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "65535", "many", "-1"})
    void refusesAPortThatLeavesNoRoom(String port) {
        assertThatThrownBy(() -> Options.parse(List.of("up", "--port", port)))
                .isInstanceOf(Options.Wrong.class)
                .hasMessageContaining("--port");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse(List.of("up", "--fast"))).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.parse(List.of("up", "--data"))).hasMessageContaining("needs a value");
    }
}
