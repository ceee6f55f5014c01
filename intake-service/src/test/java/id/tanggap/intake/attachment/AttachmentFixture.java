package id.tanggap.intake.attachment;

import static io.restassured.RestAssured.given;

import id.tanggap.intake.complaint.ComplaintFixture;
import id.tanggap.testkit.Camera;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a citizen uploads, and what becomes of it in the table and on the disk. */
public final class AttachmentFixture {
    public static final byte[] PHOTO = Camera.withExif(Camera.jpeg(), Camera.exif(6, -7.56612, 110.82514));
    public static final String PATH = "/api/intake/v1/attachments";

    public static ValidatableResponse upload(String name, byte[] content) {
        return given().multiPart("file", name, content).post(PATH).then();
    }

    /** Its ticket. */
    public static String uploaded(String name, byte[] content) {
        return upload(name, content).statusCode(201).extract().path("ticket");
    }

    public static String photo() {
        return uploaded("foto.jpg", PHOTO);
    }

    static ValidatableResponse preview(String ticket) {
        return given().header("Tanggap-Ticket", ticket).get(PATH).then();
    }

    static ValidatableResponse discard(String ticket) {
        return given().header("Tanggap-Ticket", ticket).delete(PATH).then();
    }

    public static ComplaintFixture formWith(String... tickets) {
        return ComplaintFixture.form()
                .with("complainant", Map.of("name", "Wagimin", "phone", "081299998888"))
                .with("attachments", List.of(tickets));
    }

    public static ValidatableResponse lodge(ComplaintFixture form, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(form.json())
                .post("/api/intake/v1/complaints")
                .then();
    }

    static ValidatableResponse lodge(ComplaintFixture form) {
        return lodge(form, UUID.randomUUID().toString());
    }

    static List<Row> rows(Pool pool, String sql, Object... parameters) {
        return StreamSupport.stream(
                        pool.preparedQuery(sql)
                                .execute(Tuple.from(parameters))
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .toList();
    }

    /** The ids of what waits or was claimed, the newest last. */
    static List<UUID> ids(Pool pool) {
        return rows(pool, "select id from attachment order by id").stream()
                .map(row -> row.getUUID("id"))
                .toList();
    }

    static UUID newest(Pool pool) {
        return ids(pool).getLast();
    }

    static Path file(UUID id) {
        var shard = id.toString().substring(34);
        return root().resolve(shard).resolve(id + "_" + id);
    }

    static List<Path> onDisk() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return ConfigProvider.getConfig().getValue("tanggap.files.directory", Path.class);
    }

    private AttachmentFixture() {}
}
