package id.tanggap.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.doubles.whatsapp.DoubleConfig;
import id.tanggap.local.machine.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTest {
    private static final int FRONT_DOOR = 9000;

    @TempDir
    Path data;

    @Test
    void tellServicesAndTheDoubleTheSame() throws IOException {
        Secrets secrets = Secrets.in(data);
        Channels channels = new Channels(new Workspace(Path.of("..").toAbsolutePath(), data, FRONT_DOOR), secrets);

        Map<String, String> environment = channels.environment();
        DoubleConfig told = DoubleConfig.read(channels.settings());

        assertThat(environment).containsKeys("TANGGAP_CHANNEL_ULAS_WA_VERIFY", "TANGGAP_CHANNEL_KRA_WA_VERIFY");
        assertThat(environment)
                .containsEntry("TANGGAP_CHANNEL_WHATSAPP_API", "http://localhost:%d/v25.0".formatted(told.apiPort()));
        assertThat(channels.page()).isEqualTo("http://localhost:%d/".formatted(told.pagePort()));
        assertThat(told.accounts()).extracting(DoubleConfig.Account::id).containsExactly("kra-wa", "ulas-wa");
        assertThat(told.accounts()).allSatisfy(account -> {
            String prefix = "TANGGAP_CHANNEL_" + account.id().replace('-', '_').toUpperCase(Locale.ROOT);
            assertThat(environment)
                    .containsEntry(prefix + "_VERIFY", account.verify())
                    .containsEntry(prefix + "_TOKEN", account.token())
                    .containsEntry(prefix + "_SIGNING", account.signing());
            assertThat(account.hook()).isEqualTo(URI.create("http://localhost:9000/hooks/whatsapp/" + account.id()));
            assertThat(account.templates()).containsEntry("aduan_diterima", 2).hasSize(5);
        });
    }

    @Test
    void areNoneWithoutGovernments() throws IOException {
        Channels channels = new Channels(new Workspace(data, data, FRONT_DOOR), Secrets.in(data));

        assertThat(channels.environment()).containsOnlyKeys("TANGGAP_CHANNEL_WHATSAPP_API");
        assertThat(DoubleConfig.read(channels.settings()).accounts()).isEqualTo(List.of());
    }

    @Test
    void areTheDemonstrationsAlone() throws IOException {
        Workspace workspace = new Workspace(Path.of("..").toAbsolutePath(), data, FRONT_DOOR);

        assertThat(new Platform(workspace, Secrets.in(data), true).parts())
                .extracting(Part::name)
                .contains("phone");
        assertThat(new Platform(workspace, Secrets.in(data), false).parts())
                .allSatisfy(part ->
                        assertThat(part.environment().keySet()).noneMatch(name -> name.startsWith("TANGGAP_CHANNEL")));
    }
}
