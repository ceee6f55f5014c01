package id.tanggap.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.contracts.wire.Topics;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** All that is around the service: topics, the ledger's database, a mail server, intake's vault and Keycloak. */
public final class World {
    public static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
    private static final String TOKEN_PATH = "/auth/realms/tanggap/protocol/openid-connect/token";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public final GreenMail mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    public final SmtpGate gate;
    public final WireMockServer intake = server("world.intake.port");
    public final WireMockServer keycloak = server("world.keycloak.port");
    private final EventCodec codec = new EventCodec();
    private final Producer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", setting("kafka.bootstrap.servers")),
            new StringSerializer(),
            new ByteArraySerializer());

    private static @Nullable World one;

    /** The one of this class loader. */
    public static synchronized World here() {
        if (one == null) {
            one = new World();
        }
        return one;
    }

    private World() {
        mail.start();
        gate = new SmtpGate(
                Integer.parseInt(setting("world.smtp.port")), mail.getSmtp().getPort());
        gate.open();
        keycloakIsUp();
    }

    /** Its tokens are used up at once, so that each call asks for a new one. */
    public void keycloakIsUp() {
        keycloak.stubFor(post(urlPathEqualTo(TOKEN_PATH))
                .willReturn(
                        okJson("{\"access_token\":\"token-layanan\",\"token_type\":\"Bearer\",\"expires_in\":-10}")));
    }

    public void keycloakIsDown() {
        keycloak.stubFor(post(urlPathEqualTo(TOKEN_PATH))
                .willReturn(aResponse().withStatus(503).withBody("{\"error\":\"unavailable\"}")));
    }

    /** The vault gives the address to whoever shows the service's token. */
    public void vaultHolds(UUID complaint, String email) {
        vaultAnswers(complaint, okJson("""
                        {"number":"SKA-4F7K-92XM","name":"Kanarina Wicaksono","email":"%1$s","phone":"081234500099",
                         "handles":[{"way":"PHONE","address":"081234500099"},{"way":"EMAIL","address":"%1$s"}]}
                        """.formatted(email)));
    }

    public void vaultAnswers(UUID complaint, ResponseDefinitionBuilder answer) {
        intake.stubFor(get(urlPathEqualTo(contact(complaint)))
                .withHeader("Authorization", equalTo("Bearer token-layanan"))
                .withQueryParam("purpose", equalTo("notification"))
                .willReturn(answer));
    }

    /** The first time one answer, the address ever after. */
    public void vaultAnswersFirst(UUID complaint, ResponseDefinitionBuilder first, String email) {
        vaultHolds(complaint, email);
        intake.stubFor(get(urlPathEqualTo(contact(complaint)))
                .inScenario(complaint.toString())
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("mended")
                .willReturn(first));
        intake.stubFor(get(urlPathEqualTo(contact(complaint)))
                .inScenario(complaint.toString())
                .whenScenarioStateIs("mended")
                .willReturn(okJson("{\"number\":\"SKA-4F7K-92XM\",\"email\":\"" + email + "\"}")));
    }

    public static String contact(UUID complaint) {
        return "/api/intake/v1/complaints/" + complaint + "/contact";
    }

    /** Puts an event on its topic as the owner's relay does. */
    public void publish(UUID eventId, UUID complaint, String government, Event event) {
        var type = EventCodec.wireName(event.getClass());
        var record = new ProducerRecord<>(Topics.of(event), complaint.toString(), codec.write(event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        eventId.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/tanggap/test",
                        "ce_subject",
                        complaint.toString(),
                        "ce_government",
                        government,
                        "ce_time",
                        "2026-03-02T05:00:00Z",
                        "traceparent",
                        TRACEPARENT)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the address has got so many mails. */
    public List<MimeMessage> mails(String address, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mails(address)).hasSize(count));
        return mails(address);
    }

    public List<MimeMessage> mails(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getRecipients(MimeMessage.RecipientType.TO)[0]
                    .toString()
                    .equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both parts of a mail, plain text first, with the headers before them. */
    public static String whole(MimeMessage message) {
        try {
            var content = new StringBuilder("Subject: " + message.getSubject() + "\n");
            if (message.getContent() instanceof jakarta.mail.Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    content.append(parts.getBodyPart(i).getContent()).append('\n');
                }
            }
            return content.toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the service has told so much about a complaint. */
    public List<NotificationEvent> told(UUID complaint, int count) {
        try (var topic = new Follower(Topics.NOTIFICATION)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(topic.of(complaint.toString())).hasSize(count));
            return topic.of(complaint.toString()).stream().map(this::read).toList();
        }
    }

    public List<ConsumerRecord<String, byte[]>> records(String topic, String key, int count) {
        try (var follower = new Follower(topic)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(follower.of(key)).hasSize(count));
            return follower.of(key);
        }
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private NotificationEvent read(ConsumerRecord<String, byte[]> record) {
        try {
            return (NotificationEvent) Objects.requireNonNull(codec.read(header(record, "ce_type"), record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ledger's row, looked at behind the service's back; empty when there is none. */
    public Map<String, @Nullable Object> row(UUID complaint, String message) {
        return rows(complaint).stream()
                .filter(row -> message.equals(row.get("message")))
                .findFirst()
                .orElse(Map.of());
    }

    public List<Map<String, @Nullable Object>> rows(UUID complaint) {
        return rows("delivery", complaint);
    }

    public List<Map<String, @Nullable Object>> letters(UUID complaint) {
        return rows("letter", complaint);
    }

    private static List<Map<String, @Nullable Object>> rows(String table, UUID complaint) {
        try (var connection = database();
                var query =
                        connection.prepareStatement("select * from " + table + " where complaint_id = ? order by id")) {
            query.setObject(1, complaint);
            var found = query.executeQuery();
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            while (found.next()) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnName(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, @Nullable Object> row(UUID complaint, String message, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row(complaint, message)).containsEntry("state", state));
        return row(complaint, message);
    }

    public void execute(String sql) {
        try (var connection = database();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("tanggap.database.name"),
                setting("tanggap.database.password"));
    }

    private static WireMockServer server(String port) {
        var server = new WireMockServer(options().port(Integer.parseInt(setting(port))));
        server.start();
        return server;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** Everything that was ever written to a topic. */
    private static final class Follower implements AutoCloseable {
        private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
        private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", setting("kafka.bootstrap.servers"), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());

        Follower(String topic) {
            await().until(() -> !consumer.partitionsFor(topic).isEmpty());
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
        }

        List<ConsumerRecord<String, byte[]>> of(String key) {
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
            return seen.stream().filter(record -> record.key().equals(key)).toList();
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
