package id.tanggap.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outcome.Unknown;
import id.tanggap.channel.Outgoing;
import id.tanggap.channel.Outgoing.Choice;
import id.tanggap.channel.whatsapp.WhatsAppClient.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID REFERENCE = UUID.fromString("0199c0de-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Account ACCOUNT = new Account("PN1", "token\n");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Of whoever does not wait for an answer that never comes. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final String TAKEN = "{\"messages\":[{\"id\":\"wamid.OUT\"}]}";

    private final Graph graph;

    SendTest() throws IOException {
        graph = new Graph();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    static Stream<Arguments> bodies() {
        var two = List.of(new Choice("y", "Ya"), new Choice("n", "Tidak"));
        var four = IntStream.range(0, 4)
                .mapToObj(i -> new Choice("c" + i, "C" + i))
                .toList();
        return Stream.of(
                Arguments.of(
                        new Outgoing.Words("Halo \"Anda\""),
                        "'type':'text','text':{'body':'Halo \\'Anda\\'','preview_url':false}"),
                Arguments.of(
                        new Outgoing.Question("Benar?", two),
                        "'type':'interactive','interactive':{'body':{'text':'Benar?'},'type':'button','action':{'buttons':["
                                + "{'type':'reply','reply':{'id':'y','title':'Ya'}},"
                                + "{'type':'reply','reply':{'id':'n','title':'Tidak'}}]}}"),
                Arguments.of(
                        new Outgoing.Question("Yang mana?", four),
                        "'type':'interactive','interactive':{'body':{'text':'Yang mana?'},'type':'list','action':{'button':'Pilih',"
                                + "'sections':[{'rows':[{'id':'c0','title':'C0'},{'id':'c1','title':'C1'},"
                                + "{'id':'c2','title':'C2'},{'id':'c3','title':'C3'}]}]}}"),
                Arguments.of(
                        new Outgoing.PlaceWanted("Di mana?"),
                        "'type':'interactive','interactive':{'body':{'text':'Di mana?'},'type':'location_request_message',"
                                + "'action':{'name':'send_location'}}"),
                Arguments.of(
                        new Outgoing.Template("aduan_diterima", "id", List.of("SKA-1", "https://x")),
                        "'type':'template','template':{'name':'aduan_diterima','language':{'code':'id'},'components':["
                                + "{'type':'body','parameters':[{'type':'text','text':'SKA-1'},{'type':'text','text':'https://x'}]}]}"),
                Arguments.of(
                        new Outgoing.Template("salam", "id", List.of()),
                        "'type':'template','template':{'name':'salam','language':{'code':'id'}}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void saysItInTheProvidersWords(Outgoing what, String typed) throws IOException {
        graph.answers(200, TAKEN);

        assertThat(sent("62812000111", what)).isEqualTo(new Outcome.Sent());

        var asked = graph.asked().getFirst();
        assertThat(asked.method() + " " + asked.address()).isEqualTo("POST /v25.0/PN1/messages");
        assertThat(asked.authorization()).isEqualTo("Bearer token");
        assertThat(asked.json()).isEqualTo(JSON.readTree("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"62812000111",
                 "biz_opaque_callback_data":"%s",%s}""".formatted(
                        REFERENCE, typed.replace("\\'", "\\\"").replace('\'', '"'))));
    }

    @ParameterizedTest
    @CsvSource({"62812000111, to", "+62812000111, to", "ID.1234567890, recipient"})
    void addressesANumberAndAnIdOfABusiness(String address, String field) throws IOException {
        graph.answers(200, TAKEN);

        sent(address, new Outgoing.Words("Halo"));

        var body = graph.asked().getFirst().json();
        assertThat(body.path(field).asText()).isEqualTo(address);
        assertThat(body.has("to")).isNotEqualTo(body.has("recipient"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 100, CONTENT, WA 100",
        "401, 190, CONFIG, WA 190",
        "400, 131026, RECIPIENT, WA 131026",
        "400, 131047, WINDOW_CLOSED, WA 131047",
        "400, 131056, THROTTLED, WA 131056",
        "429, 130429, THROTTLED, WA 130429",
        "500, 131000, TRANSIENT, WA 131000",
        "400, 131049, QUALITY, WA 131049",
        "403, 200, CONFIG, WA 200",
        "500, , TRANSIENT, HTTP 500",
        "503, , TRANSIENT, HTTP 503",
        "429, , THROTTLED, HTTP 429",
        "401, , CONFIG, HTTP 401",
        "403, , CONFIG, HTTP 403",
        "404, , CONTENT, HTTP 404",
        "413, , CONTENT, HTTP 413",
        "301, , TRANSIENT, HTTP 301",
    })
    void saysWhatIsWrong(int status, @Nullable String code, Fault fault, String cause) {
        graph.answers(
                status,
                code == null ? "<html>" : "{\"error\":{\"code\":%s,\"message\":\"62812000111\"}}".formatted(code));

        assertThat(sent()).isEqualTo(new Failed(fault, cause));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void doesNotKnowWhatAGatewayGaveUpOn(int status) {
        graph.answers(status, "{\"error\":{\"code\":131000}}");

        assertThat(sent()).isEqualTo(new Unknown("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "<html>", "{\"messages\":[]}", "{\"messages\":[{\"id\":\"\"}]}"})
    void doesNotKnowWhatAnAnswerWithoutIdMeans(String body) {
        graph.answers(200, body);

        assertThat(sent()).isEqualTo(new Unknown("HTTP 200 without id"));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "999999999, 86400", "soon, 0", "-1, 0", "99999999999, 0"})
    void waitsAsLongAsItIsTold(String header, long seconds) {
        graph.answers(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", header);
            Graph.say(exchange, 429, "{\"error\":{\"code\":130429}}");
        });

        assertThat(sent()).isEqualTo(new Failed(Fault.THROTTLED, "WA 130429", NOW.plusSeconds(seconds)));
    }

    @Test
    void doesNotKnowWhatIsNotAnsweredInTime() {
        var end = new CountDownLatch(1);
        graph.answers(_ -> await(end));

        assertThat(sentInAHurry()).isEqualTo(new Unknown("TimeoutException"));
        end.countDown();
    }

    @Test
    void doesNotWaitForTheRestOfAnAnswer() {
        var end = new CountDownLatch(1);
        graph.answers(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        });

        assertThat(sentInAHurry()).isEqualTo(new Unknown("TimeoutException"));
        end.countDown();
    }

    @Test
    void doesNotKnowWhatWasCutOff() {
        graph.answers(_ -> {});

        assertThat(sent()).isInstanceOf(Unknown.class);
        assertThat(graph.asked()).hasSize(1);
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() {
        graph.answers(200, " ".repeat(300_000));

        assertThat(sent()).isInstanceOf(Unknown.class);
    }

    @Test
    void knowsThatNothingWasSentWhereNobodyListens() throws IOException {
        URI nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = URI.create("http://localhost:" + socket.getLocalPort());
        }

        assertThat(send(nobody)).isEqualTo(new Failed(Fault.TRANSIENT, "ConnectException"));
        assertThat(send(URI.create("http://no.such.host.invalid"))).isInstanceOf(Failed.class);
    }

    @Test
    void knowsThatNothingWasSentToWhomItDoesNotTrust() throws IOException {
        try (var socket = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> hangUp(socket));

            assertThat(send(URI.create("https://localhost:" + socket.getLocalPort())))
                    .isEqualTo(new Failed(Fault.TRANSIENT, "SSLHandshakeException"));
        }
    }

    private static void hangUp(ServerSocket socket) {
        try {
            socket.accept().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome sent() {
        return sent("62812000111", new Outgoing.Words("Halo"));
    }

    private Outcome sentInAHurry() {
        return client(graph.at("/v25.0"), SHORT)
                .send(ACCOUNT, "62812000111", new Outgoing.Words("Halo"), REFERENCE)
                .join();
    }

    private Outcome sent(String address, Outgoing what) {
        return client(graph.at("/v25.0"), PATIENCE)
                .send(ACCOUNT, address, what, REFERENCE)
                .join();
    }

    private static Outcome send(URI api) {
        return client(api, PATIENCE)
                .send(ACCOUNT, "62812000111", new Outgoing.Words("Halo"), REFERENCE)
                .join();
    }

    private static WhatsAppClient client(URI api, Duration patience) {
        return new WhatsAppClient(api, InstantSource.fixed(NOW), patience, patience);
    }

    private static void await(CountDownLatch end) throws IOException {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
