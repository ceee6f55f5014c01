package id.tanggap.notification.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Delivered;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outcome.Read;
import id.tanggap.channel.Outcome.Sent;
import id.tanggap.channel.Outcome.Unknown;
import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.event.NotificationEvent.FailureReason;
import id.tanggap.contracts.event.NotificationEvent.MessageDelivered;
import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.Surroundings;
import id.tanggap.notification.World;
import id.tanggap.notification.delivery.Delivery.Claim;
import id.tanggap.notification.ladder.Ladder;
import id.tanggap.notification.letter.OwedLetters;
import id.tanggap.notification.reach.ReachedAnswers;
import id.tanggap.notification.sender.Attempt.Made;
import id.tanggap.notification.sender.RetryPolicy;
import id.tanggap.testkit.SettableTime;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger of an installation with two ways that the service under test has no sender for, so that it leaves them. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class DescentTest {
    private static final RetryPolicy RETRY = new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(1));

    private final World world = World.here();

    @Inject
    Pool pool;

    @Inject
    OwedLetters letters;

    @Inject
    ReachedAnswers reached;

    @Inject
    Outbox outbox;

    @Inject
    EventWriter events;

    @Inject
    NotificationConfig config;

    @Inject
    SettableTime time;

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM PHONE, TELEGRAM, PENDING",
        "TELEGRAM WHATSAPP EMAIL, WHATSAPP, PENDING",
        "EMAIL WHATSAPP, WHATSAPP, PENDING",
        "PHONE EMAIL, WHATSAPP, NO_ADDRESS"
    })
    void beginsOnTheFirstRungThatTheCitizenHas(String ways, String rung, String state) {
        var citizen = citizen();
        citizen.answer(time.instant());

        citizen.citizenHas(
                time.instant(),
                Stream.of(ways.split(" ")).map(ContactWay::valueOf).toArray(ContactWay[]::new));

        assertThat(only(citizen)).containsEntry("way", rung).containsEntry("state", state);
    }

    @Test
    void plansWhatIsToldTwiceOnce() {
        var citizen = answered(ContactWay.TELEGRAM);
        failsOnItsWay(citizen);

        citizen.answer(time.instant());

        assertThat(only(citizen)).containsEntry("state", "FAILED");
    }

    @Test
    void goesOnToTheNextRung() {
        var citizen = answered(ContactWay.WHATSAPP, ContactWay.TELEGRAM);

        failsOnItsWay(citizen);

        assertThat(world.rows(citizen.complaint))
                .extracting(row -> row.get("way"), row -> row.get("state"), row -> row.get("words"))
                .containsExactlyInAnyOrder(
                        tuple("WHATSAPP", "FAILED", null), tuple("TELEGRAM", "PENDING", LedgerFixture.ANSWER));
        settle(citizen, claim(citizen), new Sent());
        assertThat(world.told(citizen.complaint, 2))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOfSatisfying(MessageFailed.class, failed -> {
                            assertThat(failed.way()).isEqualTo(ContactWay.WHATSAPP);
                            assertThat(failed.reason()).isEqualTo(FailureReason.REFUSED);
                        }),
                        then -> assertThat(then)
                                .isInstanceOfSatisfying(
                                        MessageSent.class,
                                        sent -> assertThat(sent.way()).isEqualTo(ContactWay.TELEGRAM)));
    }

    @Test
    void endsOnTheLastRung() {
        var citizen = answered(ContactWay.WHATSAPP, ContactWay.TELEGRAM);

        failsOnItsWay(citizen);
        failsOnItsWay(citizen);

        assertThat(world.rows(citizen.complaint))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("state", "FAILED"));
        assertThat(world.told(citizen.complaint, 2))
                .allSatisfy(event -> assertThat(event).isInstanceOf(MessageFailed.class));
    }

    @Test
    void owesALetterAtTheEndOfTheLadderAndNotBefore() {
        var citizen = answered(ContactWay.WHATSAPP, ContactWay.TELEGRAM);

        failsOnItsWay(citizen);
        assertThat(world.letters(citizen.complaint)).isEmpty();

        failsOnItsWay(citizen);
        assertThat(world.letters(citizen.complaint))
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .containsEntry("message", "ANSWERED")
                        .containsEntry("government", "surakarta")
                        .containsEntry("why", "FAILED")
                        .containsEntry("done_at", null));
    }

    @Test
    void owesNoLetterOnceTheNextMessageOfItsKindIsOut() {
        var citizen = answered(ContactWay.TELEGRAM);
        failsOnItsWay(citizen);
        citizen.answerAgain(time.instant());
        assertThat(world.letters(citizen.complaint)).hasSize(1);

        settle(citizen, claim(citizen), new Sent());

        assertThat(world.letters(citizen.complaint)).isEmpty();
    }

    @Test
    void owesTheLetterForWhatCameLastWhenSomethingEarlierIsOut() {
        var citizen = answered(ContactWay.TELEGRAM);
        var earlier = claim(citizen);
        citizen.answerAgain(time.instant());
        failsOnItsWay(citizen);

        settle(citizen, earlier, new Sent());

        assertThat(world.letters(citizen.complaint)).hasSize(1);
    }

    @Test
    void leavesToOthersWhatItHasNoSenderFor() {
        var citizen = answered(ContactWay.TELEGRAM);
        var other = new Deliveries(pool, new Ladder(List.of(ContactWay.SMS)));
        var now = time.instant();

        assertThat(other.claim(100, now, now.plusSeconds(1)).await().indefinitely())
                .isEmpty();

        assertThat(claim(citizen).way()).isEqualTo(ContactWay.TELEGRAM);
    }

    @Test
    void getsFurtherAndNotBack() {
        var citizen = answered(ContactWay.TELEGRAM);
        var delivery = claim(citizen);

        Stream.of(new Sent(), new Read(), new Delivered(), new Sent())
                .forEach(outcome -> settle(citizen, delivery, outcome));

        assertThat(only(citizen)).containsEntry("state", "READ");
        assertThat(world.told(citizen.complaint, 3))
                .hasExactlyElementsOfTypes(MessageSent.class, MessageDelivered.class, AnswerReached.class);
    }

    @Test
    void waitsUnrepeatedUntilAReportSettlesIt() {
        var citizen = answered(ContactWay.TELEGRAM);
        var delivery = claim(citizen);
        settle(citizen, delivery, new Unknown("TimeoutException"));
        assertThat(only(citizen))
                .containsEntry("state", "UNKNOWN")
                .containsEntry("next_attempt_at", null)
                .containsEntry("words", LedgerFixture.ANSWER);

        settle(citizen, delivery, new Delivered());

        assertThat(only(citizen)).containsEntry("state", "DELIVERED").containsEntry("words", null);
        assertThat(world.told(citizen.complaint, 3))
                .hasExactlyElementsOfTypes(MessageSent.class, MessageDelivered.class, AnswerReached.class);
    }

    /** Where the provider never says more, an answer counts as sent after the time in which it would. */
    @Test
    void countsAsSentWhenNobodySaysMore() {
        var citizen = answered(ContactWay.TELEGRAM);
        settle(citizen, claim(citizen), new Sent());
        assertThat(world.told(citizen.complaint, 1)).hasExactlyElementsOfTypes(MessageSent.class);

        for (int i = 0; i < 2; i++) {
            settlement(citizen)
                    .forgetWords(time.instant().plus(Duration.ofDays(2)))
                    .await()
                    .indefinitely();
        }

        assertThat(world.told(citizen.complaint, 2)).last().isInstanceOfSatisfying(AnswerReached.class, reached -> {
            assertThat(reached.by()).isEqualTo(Reached.SENT);
            assertThat(reached.way()).isEqualTo(ContactWay.TELEGRAM);
        });
    }

    /** Who wants no name known is sent no letter, and finds the answer on the page. */
    @Test
    void countsAsShownWhereTheLadderEndsInNothing() {
        var citizen = citizen();
        citizen.hidesItsName(time.instant(), ContactWay.TELEGRAM);
        citizen.answer(time.instant());
        settle(citizen, claim(citizen), new Failed(Fault.RECIPIENT, "131026"));

        assertThat(world.told(citizen.complaint, 2)).last().isInstanceOfSatisfying(AnswerReached.class, reached -> {
            assertThat(reached.by()).isEqualTo(Reached.SHOWN);
            assertThat(reached.way()).isNull();
        });
    }

    @Test
    void goesDownWhenAReportSaysThatItFailed() {
        var citizen = answered(ContactWay.WHATSAPP, ContactWay.TELEGRAM);
        var delivery = claim(citizen);
        settle(citizen, delivery, new Unknown("TimeoutException"));

        settle(citizen, delivery, new Failed(Fault.RECIPIENT, "131026"));

        assertThat(claim(citizen).way()).isEqualTo(ContactWay.TELEGRAM);
    }

    @Test
    void isTriedAgainWhenAReportSaysThatAPassingFaultKeptIt() {
        var citizen = answered(ContactWay.TELEGRAM);
        var delivery = claim(citizen);
        settle(citizen, delivery, new Unknown("TimeoutException"));

        settle(citizen, delivery, new Failed(Fault.TRANSIENT, "131000"));

        assertThat(only(citizen)).containsEntry("state", "PENDING").containsEntry("words", LedgerFixture.ANSWER);
    }

    @Test
    void saysOfAnEndedLeaseThatTheAttemptWasNotHeardOfAgain() {
        var citizen = answered(ContactWay.TELEGRAM);
        assertThat(claim(citizen).claim()).isEqualTo(new Claim(1, false));

        assertThat(claimAfterTheLease(citizen).claim()).isEqualTo(new Claim(2, true));
    }

    @Test
    void hearsOfALostLeaseOnlyThatTheMessageIsOut() {
        var citizen = answered(ContactWay.WHATSAPP, ContactWay.TELEGRAM);
        var lost = claim(citizen);
        var held = claimAfterTheLease(citizen);

        settle(citizen, lost, new Failed(Fault.RECIPIENT, "131026"));
        assertThat(only(citizen)).containsEntry("state", "SENDING").containsEntry("attempts", 2);

        settle(citizen, lost, new Sent());
        settle(citizen, held, new Failed(Fault.RECIPIENT, "131026"));
        assertThat(only(citizen)).containsEntry("state", "SENT");
    }

    /** The provider took it, and says later that it did not reach. */
    @Test
    void goesDownWithItsWordsWhenWhatWasTakenFails() {
        var citizen = answered(ContactWay.WHATSAPP, ContactWay.TELEGRAM);
        var delivery = claim(citizen);
        settle(citizen, delivery, new Sent());

        report(citizen, delivery, new Failed(Fault.RECIPIENT, "131026"));

        assertThat(world.rows(citizen.complaint))
                .extracting(row -> row.get("way"), row -> row.get("state"), row -> row.get("words"))
                .containsExactlyInAnyOrder(
                        tuple("WHATSAPP", "FAILED", null), tuple("TELEGRAM", "PENDING", LedgerFixture.ANSWER));
        assertThat(world.told(citizen.complaint, 2)).hasExactlyElementsOfTypes(MessageSent.class, MessageFailed.class);
    }

    @Test
    void failsNoMoreOnceItIsThere() {
        var citizen = answered(ContactWay.WHATSAPP, ContactWay.TELEGRAM);
        var delivery = claim(citizen);
        report(citizen, delivery, new Delivered());

        report(citizen, delivery, new Failed(Fault.RECIPIENT, "131026"));

        assertThat(only(citizen)).containsEntry("state", "DELIVERED");
    }

    @Test
    void hearsNothingMoreOfAnAttemptThatItsProviderSaysHasFailed() {
        var citizen = answered(ContactWay.TELEGRAM);
        var first = claim(citizen);
        report(citizen, first, new Failed(Fault.TRANSIENT, "131000"));

        settle(citizen, first, new Sent());

        assertThat(only(citizen)).containsEntry("state", "PENDING").containsEntry("words", LedgerFixture.ANSWER);
        var second = requireNonNull(citizen.claim(time.instant().plusSeconds(60)));
        settle(citizen, second, new Sent());
        assertThat(only(citizen)).containsEntry("state", "SENT").containsEntry("attempts", 2);
    }

    private Settlement settlement(LedgerFixture citizen) {
        return new Settlement(citizen.deliveries, citizen.ladder, letters, reached, outbox, events, config, time);
    }

    private void report(LedgerFixture citizen, Delivery delivery, Outcome outcome) {
        var settlement = settlement(citizen);
        var next = delivery.reported(outcome, time.instant(), time.instant(), RETRY, 1);
        outbox.inTransaction(transaction -> settlement.settleReported(transaction, delivery, next))
                .await()
                .indefinitely();
    }

    private LedgerFixture citizen() {
        return new LedgerFixture(pool, ContactWay.WHATSAPP, ContactWay.TELEGRAM);
    }

    private LedgerFixture answered(ContactWay... ways) {
        var citizen = citizen();
        citizen.citizenHas(time.instant(), ways);
        citizen.answer(time.instant());
        return citizen;
    }

    private Delivery claim(LedgerFixture citizen) {
        return requireNonNull(citizen.claim(time.instant()));
    }

    private Delivery claimAfterTheLease(LedgerFixture citizen) {
        return requireNonNull(
                citizen.claim(time.instant().plus(LedgerFixture.DAY).plusSeconds(60)));
    }

    private void failsOnItsWay(LedgerFixture citizen) {
        settle(citizen, claim(citizen), new Failed(Fault.WINDOW_CLOSED, "131047"));
    }

    private void settle(LedgerFixture citizen, Delivery delivery, Outcome outcome) {
        settlement(citizen)
                .settle(delivery, delivery.next(new Made(outcome), time.instant(), RETRY, 1))
                .await()
                .indefinitely();
    }

    private Map<String, @Nullable Object> only(LedgerFixture citizen) {
        var rows = world.rows(citizen.complaint);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
