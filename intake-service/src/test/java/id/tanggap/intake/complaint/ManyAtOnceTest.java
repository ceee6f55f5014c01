package id.tanggap.intake.complaint;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.attachment.AttachmentFixture;
import id.tanggap.testkit.Camera;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * A flood: everybody sends at once, one in ten with a photo, another one in ten twice. {@code -Dtanggap.many=10000} is the long form.
 */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ManyAtOnceTest {
    private static final int MANY = Integer.getInteger("tanggap.many", 2_000);
    /** As many as wait for an answer at a time. */
    private static final int AT_ONCE = 200;

    /** Pictures are looked at one after the other; who comes while many wait is asked to come later. */
    private static final int UPLOADS_AT_ONCE = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI service = URI.create(
            "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class));
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final byte[] photo = Camera.jpeg();
    private final Semaphore uploads = new Semaphore(UPLOADS_AT_ONCE);

    @Inject
    Pool pool;

    @Test
    void losesNoneAndDoublesNone() throws Exception {
        var before = count("select count(*) from complaint");
        var began = Instant.now();

        var receipts = allAtOnce(IntStream.range(0, MANY)
                .<Callable<JsonNode>>mapToObj(i -> () -> send(i))
                .toList());

        System.out.printf("%d complaints in %s%n", MANY, Duration.between(began, Instant.now()));
        assertThat(receipts)
                .hasSize(MANY)
                .extracting(receipt -> receipt.path("number").asText())
                .doesNotHaveDuplicates();
        assertThat(receipts).filteredOn(receipt -> receipt.has("attachments")).hasSize(MANY / 10);
        assertThat(count("select count(*) from complaint") - before).isEqualTo(MANY);
        assertThat(count("select count(*) from attachment_claim c join complaint a on a.id = c.complaint_id"))
                .isGreaterThanOrEqualTo(MANY / 10);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(count("select count(*) from outbox")).isZero());
    }

    private List<JsonNode> allAtOnce(List<Callable<JsonNode>> deeds) throws Exception {
        var places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(deeds.stream()
                    .<Callable<JsonNode>>map(deed -> () -> {
                        places.acquire();
                        try {
                            return deed.call();
                        } finally {
                            places.release();
                        }
                    })
                    .toList());
            return all.stream().map(done -> done.resultNow()).toList();
        }
    }

    /** Again under the same key until it is certain, as everybody does who is not answered. */
    private JsonNode send(int i) throws IOException, InterruptedException {
        var complaint = i % 10 == 5 ? AttachmentFixture.formWith(ticket()) : form();
        var request = HttpRequest.newBuilder(service.resolve("/api/intake/v1/complaints"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(complaint.json())))
                .build();
        if (i % 10 == 0) {
            client.sendAsync(request, BodyHandlers.ofString());
        }
        return JSON.readTree(certain(request).body());
    }

    private String ticket() throws IOException, InterruptedException {
        var form = new ByteArrayOutputStream();
        form.writeBytes(
                "--batas\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(photo);
        form.writeBytes("\r\n--batas--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(service.resolve(AttachmentFixture.PATH))
                .header("Content-Type", "multipart/form-data; boundary=batas")
                .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                .build();
        uploads.acquire();
        try {
            return JSON.readTree(certain(request).body()).path("ticket").asText();
        } finally {
            uploads.release();
        }
    }

    /** What is busy says so, and is asked again; every other answer is the last. */
    private HttpResponse<String> certain(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        while (answer.statusCode() == 503 || answer.statusCode() == 429) {
            answer = client.send(request, BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private long count(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
