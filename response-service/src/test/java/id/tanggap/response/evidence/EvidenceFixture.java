package id.tanggap.response.evidence;

import static id.tanggap.response.DeskFixture.CASES;

import id.tanggap.response.DeskFixture;
import id.tanggap.testkit.Camera;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** A case at an agency's desk and its files: as officers see them, in the table and on the disk. */
final class EvidenceFixture {
    static final byte[] PHOTO = Camera.withExif(Camera.jpeg(), Camera.exif(6, -7.56612, 110.82514));

    private final DeskFixture desk = new DeskFixture("dishub");
    private final UUID complaint = desk.dispatch();
    private final Pool pool;

    EvidenceFixture(Pool pool) {
        this.pool = pool;
    }

    DeskFixture desk() {
        return desk;
    }

    String path() {
        return CASES + complaint + "/evidence/";
    }

    Response add(RequestSpecification who, String name, byte[] content) {
        return who.multiPart("file", name, content).post(path());
    }

    /** Its id. */
    String added(String name, byte[] content) {
        return add(desk.admin(), name, content).then().statusCode(201).extract().path("evidence[-1].id");
    }

    Response get(String id) {
        return desk.admin().get(path() + id);
    }

    ValidatableResponse file() {
        return desk.admin().get(CASES + complaint).then().statusCode(200);
    }

    List<String> ids() {
        return file().extract().path("evidence.id");
    }

    /** As an earlier version wrote it. */
    UUID keptInTheTable(String name, String mediaType, byte[] content) {
        var id = UUID.randomUUID();
        pool.preparedQuery("""
                        insert into evidence (id, case_id, agency, name, media_type, size, content, added_by,
                                              added_by_name, added_at)
                        values ($1, $2, 'dishub', $3, $4, $5, $6, 'andi', 'Andi', $7)
                        """)
                .execute(Tuple.of(id, complaint, name, mediaType, content.length, Buffer.buffer(content))
                        .addOffsetDateTime(Instant.now().atOffset(ZoneOffset.UTC)))
                .await()
                .indefinitely();
        return id;
    }

    @Nullable
    Object contentInTheTable() {
        return first("select content from evidence where case_id = $1", complaint);
    }

    @Nullable
    Object contentInTheTable(UUID id) {
        return first("select content from evidence where id = $1", id);
    }

    private @Nullable Object first(String sql, UUID id) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getValue(0);
    }

    void eraseKey() {
        execute("delete from file_key where case_id = $1", complaint);
    }

    void wrapAllKeysByAnotherMaster() {
        pool.query("update file_key set wrapped_key = decode(repeat('01', 61), 'hex')")
                .execute()
                .await()
                .indefinitely();
    }

    void forgetAllKeys() {
        pool.query("delete from file_key").execute().await().indefinitely();
    }

    void wrapKeyByAnotherMaster() {
        execute("update file_key set wrapped_key = decode(repeat('01', 61), 'hex') where case_id = $1", complaint);
    }

    void forgetRow(String id) {
        execute("delete from evidence where id = $1", UUID.fromString(id));
    }

    private void execute(String sql, UUID id) {
        pool.preparedQuery(sql).execute(Tuple.of(id)).await().indefinitely();
    }

    /** Where the file of a row goes to. */
    Path path(UUID id) {
        var owner = complaint.toString();
        return root().resolve(owner.substring(owner.length() - 2)).resolve(owner + "_" + id);
    }

    private static Path root() {
        return ConfigProvider.getConfig().getValue("tanggap.files.directory", Path.class);
    }

    /** What lies there of this case. */
    List<Path> onDisk() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.getFileName().toString().startsWith(complaint.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void age() {
        for (var file : onDisk()) {
            try {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> List<T> atOnce(int times, Callable<T> deed) {
        try (var threads = Executors.newFixedThreadPool(times)) {
            return threads.invokeAll(Stream.generate(() -> deed).limit(times).toList()).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
