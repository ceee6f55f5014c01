package id.tanggap.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.notification.Surroundings;
import id.tanggap.notification.World;
import id.tanggap.testkit.SettableTime;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On one database with the version before, which plans by e-mail alone and has no ladder: nothing lost, nothing doubled. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class TwoVersionsTest {
    private final World world = World.here();

    @Inject
    Pool pool;

    @Inject
    SettableTime time;

    private LedgerFixture ours;

    @BeforeEach
    void open() {
        ours = new LedgerFixture(pool, ContactWay.EMAIL);
    }

    @Test
    void beginsWhatTheVersionBeforePlanned() {
        itKnowsTheComplaintNotYet();
        itPlans();

        assertThat(ours.citizenHas(time.instant(), ContactWay.EMAIL, ContactWay.PHONE))
                .containsExactly(DeliveryState.PENDING);
    }

    @Test
    void plansWhatTheVersionBeforeBegins() {
        ours.answer(time.instant());
        itKnowsTheComplaint();

        itMakesDue();

        assertThat(world.rows(ours.complaint))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("way", "EMAIL")
                        .doesNotContainEntry("state", "NO_ADDRESS")
                        .doesNotContainEntry("try_until", null));
    }

    @Test
    void plansTogetherWithTheVersionBeforeOnce() {
        itKnowsTheComplaintNotYet();
        itPlans();
        ours.answer(time.instant());
        itPlans();

        assertThat(world.rows(ours.complaint)).hasSize(1);
    }

    /** Its statement, with the way it has a sender for. */
    @Test
    void keepsRepliesFromTheVersionBefore() {
        var reply = UUID.randomUUID();
        itKnowsTheComplaintNotYet();
        world.execute("""
                insert into delivery (id, complaint_id, government, message, happened_at, way, state, next_attempt_at,
                                      try_until, created_at, updated_at)
                values ('%s', '%s', 'surakarta', 'DIALOGUE', now(), 'WHATSAPP', 'PENDING', now() - interval '1 hour',
                        now() + interval '1 day', now(), now())
                """.formatted(reply, ours.complaint));

        itClaims();

        assertThat(world.rows(ours.complaint))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("state", "PENDING").containsEntry("attempts", 0));
    }

    private void itClaims() {
        world.execute("""
                with due as materialized (
                    select id from delivery where next_attempt_at <= now() and way = any ('{EMAIL}')
                      and complaint_id = '%1$s'
                    for update skip locked)
                update delivery set state = 'SENDING', attempts = attempts + 1, next_attempt_at = now()
                from due, recipient
                where delivery.id = due.id and recipient.complaint_id = delivery.complaint_id
                """.formatted(ours.complaint));
    }

    private void itKnowsTheComplaintNotYet() {
        world.execute("insert into recipient (complaint_id) values ('%s')".formatted(ours.complaint));
    }

    private void itKnowsTheComplaint() {
        world.execute("""
                update recipient set number = 'SKA-4F7K-92XM', reachable_by = '{EMAIL,PHONE}', secret = false
                where complaint_id = '%s'
                """.formatted(ours.complaint));
    }

    private void itPlans() {
        world.execute("""
                insert into delivery (id, complaint_id, government, message, happened_at, agency, words, traceparent,
                                      way, state, created_at, updated_at)
                values ('%s', '%s', 'surakarta', 'ANSWERED', '%s', 'dishub', 'Sudah kami ganti.', null,
                        'EMAIL', 'PENDING', now(), now())
                on conflict (complaint_id, message, way, happened_at) do nothing
                """.formatted(UUID.randomUUID(), ours.complaint, LedgerFixture.ANSWERED));
    }

    private void itMakesDue() {
        world.execute("""
                update delivery
                set state = case when way = any (reachable_by) then 'PENDING' else 'NO_ADDRESS' end,
                    next_attempt_at = case when way = any (reachable_by) then now() end,
                    try_until = case when way = any (reachable_by) then now() + interval '1 day' end,
                    words = case when way = any (reachable_by) and not secret then words end,
                    updated_at = now()
                from recipient
                where delivery.complaint_id = '%s' and recipient.complaint_id = delivery.complaint_id
                  and number is not null and state = 'PENDING' and next_attempt_at is null
                """.formatted(ours.complaint));
    }
}
