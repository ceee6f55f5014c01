package id.tanggap.contracts.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LifecycleCatalogueTest {

    @Test
    void isTheCommittedPage() throws IOException {
        check(Path.of("../docs/lifecycle.md"), LifePage.render());
    }

    @Test
    void isTheCommittedDocument() throws IOException {
        check(
                Path.of("src/main/resources/contracts/lifecycle.json"),
                LifecycleDocument.ofTheTable().written());
    }

    private static void check(Path file, String text) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as(
                        "%s is not what the table says. Write it anew with: %s",
                        file, "./mvnw -pl contracts,house test -Ddocs.write=true")
                .hasContent(text);
    }
}
