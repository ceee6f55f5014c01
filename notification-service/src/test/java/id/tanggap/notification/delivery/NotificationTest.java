package id.tanggap.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static id.tanggap.notification.delivery.CitizenFixture.citizen;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.notification.Surroundings;
import id.tanggap.notification.World;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the event to the citizen's mail box. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class NotificationTest {
    private final World world = World.here();

    @Test
    void tellsTheCitizenThatTheComplaintWasReceived() throws MessagingException {
        var citizen = citizen(world).complains();

        var mail = world.mails(citizen.email, 1).getFirst();

        assertThat(mail.getSubject()).isEqualTo("Aduan " + citizen.number + " telah kami terima");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(World.whole(mail))
                .contains("Pemerintah Kota Surakarta telah menerima aduan Anda")
                .contains("    " + citizen.number)
                .contains("    https://aduan.contoh.id/lacak/?nomor=" + citizen.number)
                .contains("<a href=\"https://aduan.contoh.id/lacak/?nomor=" + citizen.number + "\">")
                .contains("kode rahasia yang Anda peroleh saat aduan diterima")
                .doesNotContain("Lampu jalan mati")
                .doesNotContain("{");
    }

    @Test
    void bringsTheAnswer() throws MessagingException {
        var citizen = citizen(world).complains();
        world.mails(citizen.email, 1);

        citizen.isAnswered();

        var mail = world.mails(citizen.email, 2).getLast();
        assertThat(mail.getSubject()).isEqualTo("Aduan " + citizen.number + " telah dijawab");
        assertThat(World.whole(mail))
                .contains("kepada Pemerintah Kota Surakarta telah dijawab oleh Dinas Perhubungan")
                .contains("Terima kasih <b>atas</b> laporannya.")
                .contains("Terima kasih &lt;b&gt;atas&lt;/b&gt; laporannya.")
                .contains("https://aduan.contoh.id/lacak/?nomor=");
    }

    @Test
    void keepsTheAnswerOfASecretComplaintOutOfTheMail() {
        var citizen = citizen(world).complains().isAnswered(null);

        assertThat(world.mails(citizen.email, 2).stream().map(World::whole))
                .anySatisfy(text -> assertThat(text)
                        .contains("telah dijawab")
                        .contains("Aduan ini bersifat rahasia")
                        .contains("https://aduan.contoh.id/lacak/?nomor="));
    }

    @Test
    void tellsAgainWhatIsAnsweredAgain() {
        var citizen = citizen(world).complains().isAnswered();
        world.mails(citizen.email, 2);

        citizen.isAnsweredAgain("Kini lampunya menyala.");

        assertThat(World.whole(world.mails(citizen.email, 3).getLast())).contains("Kini lampunya menyala.");
    }

    /** As after a relay that died between publishing and deleting, or from a topic that is read anew. */
    @Test
    void writesNothingTwiceWhenAllIsToldAgain() {
        var citizen = citizen(world);
        for (int time = 1; time <= 3; time++) {
            citizen.complains().isAsked("Sejak kapan?", 1).isAnswered().isReferred();
        }
        var other = citizen(world).complains().isAnswered().isReferred();

        assertThat(world.mails(other.email, 3)).hasSize(3);
        assertThat(world.mails(citizen.email, 4)).hasSize(4);
        assertThat(world.told(citizen.complaint, 5)).hasSize(5);
    }

    @Test
    void bringsEachQuestion() throws MessagingException {
        var citizen = citizen(world).complains();
        world.mails(citizen.email, 1);

        citizen.isAsked("Di sebelah mana <b>lampunya</b>?", 1);

        var mail = world.mails(citizen.email, 2).getLast();
        assertThat(mail.getSubject()).isEqualTo("Aduan " + citizen.number + " memerlukan kelengkapan dari Anda");
        assertThat(World.whole(mail))
                .contains("Dinas Perhubungan memerlukan kelengkapan dari Anda")
                .contains("Di sebelah mana <b>lampunya</b>?")
                .contains("Di sebelah mana &lt;b&gt;lampunya&lt;/b&gt;?")
                .contains("https://aduan.contoh.id/lacak/?nomor=")
                .doesNotContain("{");
        assertThat(world.row(citizen.complaint, "INFORMATION_REQUESTED", "SENT"))
                .containsEntry("words", null);
        citizen.isAsked("Sejak kapan?", 2);
        assertThat(World.whole(world.mails(citizen.email, 3).getLast()))
                .contains("Sejak kapan?")
                .doesNotContain("lampunya");
        assertThat(world.told(citizen.complaint, 3).getLast())
                .isInstanceOfSatisfying(
                        MessageSent.class,
                        sent -> assertThat(sent.message()).isEqualTo(MessageKind.INFORMATION_REQUESTED));
    }

    @Test
    void keepsTheQuestionOfASecretComplaintOutOfTheMail() {
        var citizen = citizen(world).complainsInSecret().isAsked(null, 1);

        assertThat(world.mails(citizen.email, 2).stream().map(World::whole))
                .anySatisfy(text -> assertThat(text)
                        .contains("memerlukan kelengkapan dari Anda")
                        .contains("Yang ditanyakan tidak kami kirim lewat surel")
                        .contains("https://aduan.contoh.id/lacak/?nomor=")
                        .doesNotContain("null"));
    }

    /** A writer that knows no secrecy may send words along, whichever event has them. */
    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {"ANSWERED", "INFORMATION_REQUESTED", "REFERRED_OUTSIDE"})
    void mailsNoWordOfASecretComplaint(MessageKind kind) {
        var canary = "kenari" + UUID.randomUUID();
        var citizen = citizen(world).complainsInSecret();
        switch (kind) {
            case ANSWERED -> citizen.isAnswered(canary);
            case INFORMATION_REQUESTED -> citizen.isAsked(canary, 1);
            default -> citizen.isReferred();
        }

        assertThat(world.mails(citizen.email, 2).stream().map(World::whole))
                .noneSatisfy(text -> assertThat(text).containsAnyOf(canary, "PLN"));
    }

    @Test
    void saysWhoIsInChargeOutside() throws MessagingException {
        var citizen = citizen(world).complains();
        world.mails(citizen.email, 1);

        citizen.isReferred();

        var mail = world.mails(citizen.email, 2).getLast();
        assertThat(mail.getSubject()).isEqualTo("Aduan " + citizen.number + " bukan kewenangan kami");
        assertThat(World.whole(mail))
                .contains("bukan kewenangan Pemerintah Kota Surakarta")
                .contains("PT PLN (Persero)", "Hubungi Contact Center PLN 123.")
                .contains("https://aduan.contoh.id/lacak/?nomor=");
        assertThat(world.row(citizen.complaint, "REFERRED_OUTSIDE", "SENT")).containsEntry("words", null);
    }

    @Test
    void saysThatNothingCanBeDoneButNotToWhoAdvertises() throws MessagingException {
        var spammer = citizen(world).complains().isScreenedOut(ScreeningReason.SPAM);
        var citizen = citizen(world).complains();
        world.mails(citizen.email, 1);

        citizen.isScreenedOut(ScreeningReason.NO_COMPLAINT);

        var mail = world.mails(citizen.email, 2).getLast();
        assertThat(mail.getSubject()).isEqualTo("Aduan " + citizen.number + " tidak dapat ditindaklanjuti");
        assertThat(World.whole(mail)).contains("https://aduan.contoh.id/lacak/?nomor=");
        world.mails(spammer.email, 1);
    }

    @Test
    void saysNotOfASecretComplaintWhoIsInCharge() {
        var early = citizen(world).isReferred();
        world.row(early.complaint, "REFERRED_OUTSIDE", "PENDING");
        early.complainsInSecret();
        var late = citizen(world).complainsInSecret().isReferred();

        for (var citizen : List.of(early, late)) {
            assertThat(world.mails(citizen.email, 2).stream().map(World::whole))
                    .noneSatisfy(text -> assertThat(text).contains("PLN"))
                    .anySatisfy(text -> assertThat(text).contains("Siapa yang berwenang tidak kami sebut lewat surel"));
        }
    }

    @Test
    void forgetsTheAnswerOnceItIsOut() {
        var citizen = citizen(world).complains().isAnswered();

        assertThat(world.row(citizen.complaint, "ANSWERED", "SENT"))
                .containsEntry("words", null)
                .containsEntry("next_attempt_at", null)
                .containsEntry("attempts", 1);
    }

    @Test
    void tellsOthersThatTheMessageIsOut() {
        var citizen = citizen(world).complains();

        assertThat(world.told(citizen.complaint, 1)).singleElement().isInstanceOfSatisfying(MessageSent.class, sent -> {
            assertThat(sent.message()).isEqualTo(MessageKind.RECEIVED);
            assertThat(sent.way()).isEqualTo(ContactWay.EMAIL);
            assertThat(sent.attempts()).isEqualTo(1);
        });
        var record = world.records(Topics.NOTIFICATION, citizen.complaint.toString(), 1)
                .getFirst();
        assertThat(World.header(record, "traceparent")).isEqualTo(World.TRACEPARENT);
        assertThat(World.header(record, "ce_government")).isEqualTo("surakarta");
        assertThat(World.header(record, "ce_source")).isEqualTo("/tanggap/notification");
    }

    @Test
    void notesThatThereIsNoAddressAndAsksNobody() {
        var citizen = citizen(world).complainsWithoutAddress().isAnswered();

        assertThat(world.row(citizen.complaint, "RECEIVED", "NO_ADDRESS")).containsEntry("attempts", 0);
        assertThat(world.row(citizen.complaint, "ANSWERED", "NO_ADDRESS")).containsEntry("words", null);
        world.intake.verify(0, getRequestedFor(urlPathEqualTo(World.contact(citizen.complaint))));
    }

    @Test
    void holdsAnAnswerBackUntilItKnowsTheComplaint() {
        var citizen = citizen(world).isAnswered();
        assertThat(world.row(citizen.complaint, "ANSWERED", "PENDING")).containsEntry("next_attempt_at", null);

        citizen.complains();

        assertThat(world.mails(citizen.email, 2).stream().map(World::whole))
                .anySatisfy(text -> assertThat(text).contains("telah dijawab").contains(citizen.number));
    }

    @Test
    void sendsOneMailForARepeatedEvent() {
        var event = UUID.randomUUID();
        var citizen = citizen(world);
        for (int i = 0; i < 3; i++) {
            citizen.complains(event, Set.of(ContactWay.EMAIL));
        }
        // The same fact under another id has no second effect either.
        citizen.complains(UUID.randomUUID(), Set.of(ContactWay.EMAIL)).isAnswered();

        world.row(citizen.complaint, "ANSWERED", "SENT");
        assertThat(world.told(citizen.complaint, 3)).hasSize(3);
        assertThat(world.mails(citizen.email)).hasSize(2);
    }

    @Test
    void buriesWhatItCannotReadAndGoesOn() {
        var citizen = citizen(world);
        var poison = new ProducerRecord<>(
                Topics.INTAKE, citizen.complaint.toString(), "{\"number\":".getBytes(StandardCharsets.UTF_8));
        poison.headers().add("ce_type", "complaint.received.v1".getBytes(StandardCharsets.UTF_8));

        world.send(poison);
        citizen.complains();

        world.mails(citizen.email, 1);
        var letter = world.records(Topics.deadLettersOf(Topics.INTAKE), citizen.complaint.toString(), 1)
                .getFirst();
        assertThat(World.header(letter, "dlq_consumer")).isEqualTo("notification-service");
    }
}
