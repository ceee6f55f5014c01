package id.tanggap.channel.whatsapp;

import static id.tanggap.channel.whatsapp.Update.BUDI;
import static id.tanggap.channel.whatsapp.Update.FROM_SITI;
import static id.tanggap.channel.whatsapp.Update.SITI;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.channel.Piece;
import id.tanggap.channel.Received;
import id.tanggap.channel.Received.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body is taken apart into. */
class SplitTest {
    private static final String FROM_BUDI =
            FROM_SITI.replace("62812000111", "62812000222").replace("A1", "B1");
    private static final String WITHOUT_ID = FROM_SITI.replace("\"id\":\"wamid.A1\",", "");
    private static final String HIDDEN = """
            {"from_user_id":"ID.siti","id":"wamid.H1","timestamp":"1790000000","type":"text","text":{"body":"Rahasia"}}""";
    private static final String DELIVERED = """
            {"id":"wamid.OUT","status":"delivered","timestamp":"1790000100","recipient_id":"62812000111"}""";

    private final WhatsAppHook hook = new WhatsAppHook();

    @Test
    void takesAMessage() {
        var piece = only(Update.body(Update.value(List.of(SITI), List.of(FROM_SITI), List.of())));

        assertThat(piece.id()).isEqualTo("message wamid.A1");
        assertThat(piece.receiver()).isEqualTo("PN1");
        assertThat(piece.contact()).isEqualTo("ID.siti");
        assertThat(piece.at()).isEqualTo(Instant.ofEpochSecond(1_790_000_000));
        assertThat(piece).hasToString("Piece[…]");
    }

    @Test
    void takesAStatus() {
        var piece = only(Update.body(Update.value(List.of(), List.of(), List.of(DELIVERED))));

        assertThat(piece.id()).isEqualTo("status delivered wamid.OUT");
        assertThat(piece.contact()).isNull();
        assertThat(piece.at()).isEqualTo(Instant.ofEpochSecond(1_790_000_100));
    }

    @Test
    void leavesNothingOutOfABatch() {
        var value = Update.value(
                List.of(SITI, BUDI), List.of(FROM_SITI, FROM_BUDI), List.of(DELIVERED, DELIVERED.replace("OUT", "2")));
        var read = Update.value(List.of(), List.of(), List.of(DELIVERED.replace("delivered", "read")));
        var entry = new String(Update.body(value, read), StandardCharsets.UTF_8);
        var second = "{\"id\":\"WABA2\",\"changes\":[{\"field\":\"account_update\",\"value\":{\"event\":\"X\"}}]}";
        var body = Update.bytes(entry.replace("\"entry\":[", "\"entry\":[" + second + ","));

        var ids = ids(hook.split(body));

        assertThat(ids.getFirst()).startsWith("change ");
        assertThat(ids.subList(1, 6))
                .containsExactly(
                        "message wamid.A1",
                        "message wamid.B1",
                        "status delivered wamid.OUT",
                        "status delivered wamid.2",
                        "status read wamid.OUT");
    }

    @Test
    void takesAThousandAtATime() {
        var messages = IntStream.range(0, 1000)
                .mapToObj(i -> FROM_SITI.replace("A1", "A" + i))
                .toList();

        assertThat(ids(hook.split(Update.body(Update.value(List.of(SITI), messages, List.of())))))
                .hasSize(1000)
                .doesNotHaveDuplicates();
    }

    @Test
    void givesEachMessageItsSender() {
        var pieces =
                hook.split(Update.body(Update.value(List.of(BUDI, SITI), List.of(FROM_SITI, FROM_BUDI), List.of())));

        assertThat(pieces).extracting(Piece::contact).containsExactly("ID.siti", "62812000222");
        assertThat(pieces.stream().map(this::name)).containsExactly("Siti", "Budi");
    }

    @Test
    void givesNoMessageToAnotherCitizen() {
        var pieces = hook.split(Update.body(Update.value(List.of(SITI), List.of(FROM_SITI, FROM_BUDI), List.of())));

        assertThat(pieces).extracting(Piece::contact).containsExactly("ID.siti", "62812000222");
        assertThat(pieces.stream().map(this::name)).containsExactly("Siti", null);
    }

    @Test
    void knowsWhoHidesTheNumber() {
        var contacts = List.of(BUDI, SITI.replace("\"wa_id\":\"62812000111\",", ""));
        var piece = only(Update.body(Update.value(contacts, List.of(HIDDEN), List.of())));

        assertThat(piece.contact()).isEqualTo("ID.siti");
        assertThat(message(piece).from().address()).isEqualTo("ID.siti");
        assertThat(message(piece).from().name()).isEqualTo("Siti");
    }

    @Test
    void knowsALoneSenderWhomOnlyTheContactNames() {
        var anonymous = HIDDEN.replace("\"from_user_id\":\"ID.siti\",", "");

        assertThat(only(Update.body(Update.value(List.of(SITI), List.of(anonymous), List.of())))
                        .contact())
                .isEqualTo("ID.siti");
        assertThat(only(Update.body(Update.value(List.of(SITI, BUDI), List.of(anonymous), List.of())))
                        .contact())
                .isNull();
    }

    /** Of some countries the two are written differently. */
    @Test
    void knowsALoneSenderWhoseNumberTheContactWritesOtherwise() {
        var other = SITI.replace("62812000111", "620812000111");

        assertThat(only(Update.body(Update.value(List.of(other), List.of(FROM_SITI), List.of())))
                        .contact())
                .isEqualTo("ID.siti");
    }

    @Test
    void sendsAnswersToTheNumberWhereThereIsOne() {
        var piece = only(Update.body(Update.value(List.of(SITI), List.of(HIDDEN), List.of())));

        assertThat(piece.contact()).isEqualTo("ID.siti");
        assertThat(message(piece).from().address()).isEqualTo("62812000111");
    }

    @ParameterizedTest
    @ValueSource(strings = {FROM_SITI_NO_ID, "{\"timestamp\":\"1790000000\",\"type\":\"text\"}", "7", "null", "[]"})
    void givesAPieceTheSameIdWhateverItsNeighbours(String message) {
        var alone = only(Update.body(Update.value(List.of(BUDI, SITI), List.of(message), List.of())));
        var among = hook.split(Update.body(Update.value(
                List.of(SITI, BUDI),
                List.of(FROM_BUDI, message, WITHOUT_ID.replace("mati", "hidup")),
                List.of(DELIVERED))));

        assertThat(alone.id()).startsWith("message without id ");
        assertThat(among.get(1).id()).isEqualTo(alone.id());
        assertThat(ids(among)).doesNotHaveDuplicates();
    }

    static final String FROM_SITI_NO_ID = """
            {"from":"62812000111","timestamp":"1790000000","type":"text","text":{"body":"Lampu mati"}}""";

    @Test
    void tellsTwoCitizensApartWhoWriteTheSameWithoutId() {
        var anonymous = "{\"timestamp\":\"1790000000\",\"type\":\"text\",\"text\":{\"body\":\"Halo\"}}";

        assertThat(only(Update.body(Update.value(List.of(SITI), List.of(anonymous), List.of())))
                        .id())
                .isNotEqualTo(only(Update.body(Update.value(List.of(BUDI), List.of(anonymous), List.of())))
                        .id());
    }

    /** What a database's text does not hold, nor a key of its index. */
    @Test
    void keepsWhatIsNoIdentifierOutOfIds() {
        for (var id : List.of("a\\u0000b", "\\ud800", "a b", "ü", "x".repeat(100_000))) {
            var piece =
                    only(Update.body(Update.value(List.of(), List.of(FROM_SITI.replace("wamid.A1", id)), List.of())));
            assertThat(piece.id()).matches("message without id [0-9a-f]{64}");
        }
        var strange = FROM_SITI.replace("62812000111", "\\u0000");
        assertThat(only(Update.ofMessage(strange)).contact()).isNull();
        var odd = only(Update.body(Update.value(List.of(), List.of(), List.of(DELIVERED.replace("delivered", "a b")))));
        assertThat(odd.id()).isEqualTo("status null wamid.OUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-5", "\"soon\"", "\"\"", "null", "{}", "1790000000000", "1e300", "99999999999999999999999"
            })
    void knowsNoAbsurdTime(String timestamp) {
        assertThat(only(Update.ofMessage(FROM_SITI.replace("\"1790000000\"", timestamp)))
                        .at())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no JSON",
                "{",
                "[]",
                "7",
                "null",
                "\"text\"",
                "{}",
                "{\"entry\":7}",
                "{\"entry\":[]}",
                "\u0000"
            })
    void keepsTheWholeOfABodyThatCannotBeTakenApart(String body) {
        var piece = only(Update.bytes(body));

        assertThat(piece.id()).matches("body [0-9a-f]{64}");
        assertThat(piece.raw()).isEqualTo(Update.bytes(body));
        assertThat(piece.receiver()).isNull();
    }

    @ParameterizedTest
    @MethodSource("largeBodies")
    void takesALargeBody(byte[] body) {
        assertThat(hook.split(body)).isNotEmpty();
    }

    static Stream<byte[]> largeBodies() {
        var deep = "[".repeat(5000) + "]".repeat(5000);
        return Stream.of(
                Update.bytes(deep),
                Update.bytes("[".repeat(3_000_000)),
                Update.bytes("{\"entry\":[{\"changes\":[{\"value\":{\"messages\":[" + deep + "]}}]}]}"),
                Update.bytes("{\"entry\":[{\"changes\":[{\"value\":" + "[".repeat(900) + "]".repeat(900) + "}]}]}"),
                Update.bytes("{\"entry\":" + "9".repeat(3_000_000) + "}"),
                Update.ofMessage(FROM_SITI.replace("mati", "m".repeat(3_000_000))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"field\":\"smb_message_echoes\",\"value\":{\"metadata\":{\"phone_number_id\":\"PN1\"},\"message_echoes\":[{\"id\":\"1\"}]}}",
                "{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"PN1\"},\"errors\":[{\"code\":131000}]}}",
            })
    void keepsAChangeThatHoldsNoMessage(String change) {
        var piece = only(Update.bytes("{\"entry\":[{\"changes\":[" + change + "]}]}"));

        assertThat(piece.id()).startsWith("change ");
        assertThat(piece.receiver()).isEqualTo("PN1");
        assertThat(hook.read(piece.raw())).isInstanceOf(Received.Aside.class);
    }

    private Piece only(byte[] body) {
        var pieces = hook.split(body);
        assertThat(pieces).hasSize(1);
        return pieces.getFirst();
    }

    private static List<String> ids(List<Piece> pieces) {
        return pieces.stream().map(Piece::id).toList();
    }

    private Message message(Piece piece) {
        return (Message) hook.read(piece.raw());
    }

    private @Nullable String name(Piece piece) {
        return message(piece).from().name();
    }
}
