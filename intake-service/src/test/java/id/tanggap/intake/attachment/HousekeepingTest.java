package id.tanggap.intake.attachment;

import static id.tanggap.intake.attachment.AttachmentFixture.PHOTO;
import static id.tanggap.intake.attachment.AttachmentFixture.file;
import static id.tanggap.intake.attachment.AttachmentFixture.formWith;
import static id.tanggap.intake.attachment.AttachmentFixture.ids;
import static id.tanggap.intake.attachment.AttachmentFixture.lodge;
import static id.tanggap.intake.attachment.AttachmentFixture.newest;
import static id.tanggap.intake.attachment.AttachmentFixture.photo;
import static id.tanggap.intake.attachment.AttachmentFixture.preview;
import static id.tanggap.intake.attachment.AttachmentFixture.rows;
import static id.tanggap.intake.attachment.AttachmentFixture.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import id.tanggap.intake.Surroundings;
import id.tanggap.testkit.api.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no complaint claims does not stay. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class HousekeepingTest {
    @Inject
    Pool pool;

    @Inject
    Housekeeping housekeeping;

    @Test
    void removesWhatWasNotClaimedInTime() {
        var ticket = photo();
        var old = newest(pool);
        var young = photo();
        var waiting = newest(pool);
        var claimed = claimed();
        age(old, 7);
        age(claimed, 400);
        age(waiting, 6);

        housekeeping.removeUnclaimed().await().indefinitely();

        assertThat(ids(pool)).contains(waiting, claimed).doesNotContain(old);
        assertThat(file(old)).doesNotExist();
        assertThat(file(waiting)).exists();
        assertThat(file(claimed)).exists();
        preview(ticket).statusCode(404);
        preview(young).statusCode(200);
    }

    /** A crash came between the row and the file, or between the file and the row. */
    @Test
    void removesARowWithoutAFile() throws IOException {
        photo();
        var id = newest(pool);
        Files.delete(file(id));
        age(id, 8);

        housekeeping.removeUnclaimed().await().indefinitely();

        assertThat(ids(pool)).doesNotContain(id);
    }

    @Test
    void takesNoTicketThatHasExpiredThoughItIsStillThere() {
        var ticket = photo();
        age(newest(pool), 7);

        lodge(formWith(ticket)).statusCode(400);
    }

    @Test
    void mayBeDoneSideBySide() throws InterruptedException, ExecutionException {
        var some = Stream.generate(() -> {
                    photo();
                    return newest(pool);
                })
                .limit(4)
                .toList();
        some.forEach(id -> age(id, 8));

        AtOnce.sixTimes(() -> housekeeping.removeUnclaimed().await().indefinitely());

        assertThat(ids(pool)).doesNotContainAnyElementsOf(some);
    }

    @Test
    void leavesFilesThatItDoesNotKnowAndSweepsWhatIsHalfWritten() throws IOException {
        photo();
        var known = file(newest(pool));
        var foreign = Files.write(known.resolveSibling(UUID.randomUUID() + "_" + UUID.randomUUID()), PHOTO);
        var half = Files.write(known.resolveSibling(UUID.randomUUID() + ".part"), PHOTO);
        for (var file : List.of(foreign, half)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        }

        housekeeping.sweep().await().indefinitely();

        assertThat(foreign).exists();
        assertThat(half).doesNotExist();
    }

    @Test
    void turnsAwayWhatWouldWaitTooLong() {
        var answers = List.<ValidatableResponse>of();
        try (var threads = Executors.newFixedThreadPool(24)) {
            answers = Stream.generate(() -> threads.submit(() -> upload("foto.jpg", PHOTO))).limit(24).toList().stream()
                    .map(sent -> {
                        try {
                            return sent.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }

        assertThat(answers)
                .extracting(answer -> answer.extract().statusCode())
                .contains(201)
                .isSubsetOf(201, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.extract().statusCode() == 503)
                .allSatisfy(answer ->
                        answer.header("Retry-After", "5").body("detail", containsString("Berkas belum diterima")));
    }

    private UUID claimed() {
        lodge(formWith(photo())).statusCode(201);
        return newest(pool);
    }

    private void age(UUID id, int days) {
        rows(
                pool,
                "update attachment set uploaded_at = uploaded_at - make_interval(days => $2) where id = $1",
                id,
                days);
    }
}
