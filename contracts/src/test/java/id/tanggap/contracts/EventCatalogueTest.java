package id.tanggap.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.contracts.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private static final Path PAGE = Path.of("../docs/events.md");

    @Test
    void isTheCommittedPage() throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, EventCatalogue.render());
        }

        assertThat(PAGE)
                .as("docs/events.md is not what the contracts say. Regenerate it with: %s", EventCatalogue.COMMAND)
                .hasContent(EventCatalogue.render());
    }

    @Test
    void namesEveryTopicAndEveryEvent() {
        assertThat(EventCatalogue.render())
                .contains(Topics.ALL)
                .contains(EventCodec.types().keySet());
    }
}
