package id.tanggap.notification.sender.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.speech.ChannelAccount.Template;
import id.tanggap.notification.sender.Message;
import id.tanggap.notification.sender.Message.About;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChatWordsTest {
    private static final String LINK = "https://aduan.contoh.id/lacak/?nomor=SKA-4F7K-92XM";
    private final Governments shipped = Governments.load(null);
    private final ChatWords words = new ChatWords(shipped, "https://aduan.contoh.id");

    static Stream<String> governments() {
        return Governments.load(null).all().stream().map(Government::id);
    }

    @ParameterizedTest
    @MethodSource("governments")
    void saysEveryMessageOfAGovernment(String government) {
        for (var kind : MessageKind.values()) {
            assertThat(words.text(message(government, kind, "Sudah kami ganti."), 4096))
                    .contains("SKA-4F7K-92XM")
                    .doesNotContain("{", "}");
        }
    }

    @Test
    void leavesTheFrameWholeAroundWordsThatAreTooLong() {
        var text = words.text(message("surakarta", MessageKind.ANSWERED, "Sudah kami ganti. ".repeat(600)), 4096);

        assertThat(text)
                .hasSizeBetween(4000, 4096)
                .startsWith("Dinas Perhubungan")
                .contains("ganti.…\n\nSelengkapnya: " + LINK)
                .endsWith(LINK + "\nBalas KEBERATAN bila belum sesuai, NILAI untuk menilai.");
    }

    @Test
    void takesWhatTheOfficeSaysAsItIs() {
        assertThat(words.text(message("surakarta", MessageKind.ANSWERED, "Harga {number} $1 \\n"), 4096))
                .contains("\n\nHarga {number} $1 \\n\n\n");
    }

    @Test
    void leadsToWordsThatMayNotBeSent() {
        assertThat(words.text(message("surakarta", MessageKind.ANSWERED, null), 4096))
                .contains("Isinya dapat Anda baca di halaman aduan.", LINK);
    }

    @Test
    void fillsATemplateWithValuesThatProvidersTake() {
        var template = new Template("ANSWERED", "aduan_selesai", "id", List.of("words", "link"));

        assertThat(words.values(
                        message("surakarta", MessageKind.ANSWERED, " Sudah\n\n  kami\tganti. " + "a".repeat(2000)),
                        template))
                .satisfiesExactly(
                        said -> assertThat(said)
                                .startsWith("Sudah kami ganti. a")
                                .hasSizeLessThanOrEqualTo(1024),
                        link -> assertThat(link).isEqualTo(LINK));
    }

    @Test
    void doesNotStartWithATemplateThatAsksForSomethingElse(@TempDir Path folder) throws IOException {
        copyGovernments(folder);
        Files.writeString(folder.resolve("surakarta/channels.yaml"), """
                accounts:
                  - id: ulas-wa
                    provider: whatsapp
                    number: "1066"
                    secrets: ulas
                    templates: [{message: ANSWERED, name: aduan_selesai, language: id, values: [nama]}]
                """);
        var governments = Governments.load(folder);

        assertThatThrownBy(() -> new ChatWords(governments, "https://aduan.contoh.id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aduan_selesai");
    }

    private static void copyGovernments(Path to) throws IOException {
        var from = Path.of("..", "governments").toAbsolutePath().normalize();
        for (var part : List.of("surakarta", "karanganyar", "national")) {
            Files.createDirectories(to.resolve(part));
            try (var files = Files.list(from.resolve(part))) {
                for (var file : files.toList()) {
                    Files.copy(file, to.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        Files.copy(from.resolve("index.yaml"), to.resolve("index.yaml"));
    }

    private static Message message(String government, MessageKind kind, @Nullable String said) {
        return new Message(
                UUID.randomUUID(), new About(UUID.randomUUID(), "SKA-4F7K-92XM", government), kind, "dishub", said);
    }
}
