package id.tanggap.notification.delivery;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.notification.World;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A citizen of Surakarta with an e-mail address in the vault, and the events of that citizen's complaint. */
final class CitizenFixture {
    static final String ANSWER = "Lampu di Jalan Kenanga sudah kami ganti.\nTerima kasih <b>atas</b> laporannya.";
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    final UUID complaint = UUID.randomUUID();
    final String number = "SKA-" + complaint.toString().substring(0, 4).toUpperCase(java.util.Locale.ROOT) + "-92XM";
    final String email = "warga-" + complaint.toString().substring(0, 8) + "@contoh.id";
    private final World world;
    private String government = "surakarta";

    private CitizenFixture(World world) {
        this.world = world;
    }

    static CitizenFixture citizen(World world) {
        var citizen = new CitizenFixture(world);
        world.vaultHolds(citizen.complaint, citizen.email);
        return citizen;
    }

    CitizenFixture of(String other) {
        government = other;
        return this;
    }

    CitizenFixture complains() {
        return complains(UUID.randomUUID(), Set.of(ContactWay.EMAIL, ContactWay.PHONE));
    }

    CitizenFixture complainsWithoutAddress() {
        return complains(UUID.randomUUID(), Set.of(ContactWay.PHONE));
    }

    CitizenFixture complainsWithoutAddressOrName() {
        return complains(UUID.randomUUID(), Set.of(ContactWay.PHONE), Visibility.ANONYMOUS);
    }

    CitizenFixture complainsInSecret() {
        return complains(UUID.randomUUID(), Set.of(ContactWay.EMAIL), Visibility.SECRET);
    }

    CitizenFixture complainsInSecretOn(ContactWay way) {
        return complains(UUID.randomUUID(), Set.of(way), Visibility.SECRET);
    }

    CitizenFixture complains(UUID eventId, Set<ContactWay> reachableBy) {
        return complains(eventId, reachableBy, Visibility.PUBLIC);
    }

    private CitizenFixture complains(UUID eventId, Set<ContactWay> reachableBy, Visibility visibility) {
        world.publish(
                eventId,
                complaint,
                government,
                new ComplaintReceived(
                        number,
                        Channel.WEB,
                        ComplaintType.ORDINARY,
                        visibility,
                        null,
                        visibility == Visibility.SECRET ? null : "Lampu jalan mati sejak Senin.",
                        null,
                        null,
                        reachableBy,
                        NOON));
        return this;
    }

    CitizenFixture isAnswered() {
        return isAnswered(ANSWER);
    }

    CitizenFixture isAnswered(@Nullable String answer) {
        world.publish(UUID.randomUUID(), complaint, government, new AnswerPublished("dishub", answer, NOON));
        return this;
    }

    CitizenFixture isAnsweredAgain(String answer) {
        world.publish(
                UUID.randomUUID(), complaint, government, new AnswerPublished("dishub", answer, NOON.plusSeconds(60)));
        return this;
    }

    /** @param time the first, the second */
    CitizenFixture isAsked(@Nullable String question, int time) {
        world.publish(
                UUID.randomUUID(),
                complaint,
                government,
                new InformationRequested("dishub", question, NOON.plusSeconds(time)));
        return this;
    }

    CitizenFixture isScreenedOut(ScreeningReason reason) {
        world.publish(UUID.randomUUID(), complaint, government, new ComplaintScreenedOut(reason, NOON));
        return this;
    }

    CitizenFixture isReferred() {
        world.publish(
                UUID.randomUUID(),
                complaint,
                government,
                new ReferredOutside("pln", "PT PLN (Persero)", "Hubungi Contact Center PLN 123.", NOON));
        return this;
    }
}
