package id.tanggap.intake.complaint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.intake.masking.Masking;
import id.tanggap.intake.vault.Identity;
import id.tanggap.intake.vault.Seal;
import id.tanggap.messaging.Trace;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.rest.Problem.FieldError;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Receives complaints (Karanganyar row 1, Surakarta row 2). */
@ApplicationScoped
class ComplaintIntake {
    private static final int TRIES_FOR_A_FREE_NUMBER = 3;
    private static final Set<Channel> WRITTEN_DOWN_BY_OFFICERS = EnumSet.of(Channel.COUNTER, Channel.LETTER);
    private static final Set<Channel> FILED_BY_CITIZENS = EnumSet.of(Channel.WEB, Channel.MOBILE_APP, Channel.OPEN311);

    private final SecureRandom random = new SecureRandom();
    private final Governments governments;
    private final ComplaintStore store;
    private final Complaints complaints;
    private final Seal seal;
    private final EventWriter events;
    private final ObjectMapper json;
    private final InstantSource time;

    ComplaintIntake(
            Governments governments,
            ComplaintStore store,
            Complaints complaints,
            Seal seal,
            EventWriter events,
            ObjectMapper json,
            InstantSource time) {
        this.governments = governments;
        this.store = store;
        this.complaints = complaints;
        this.seal = seal;
        this.events = events;
        this.json = json;
        this.time = time;
    }

    /** @param takenBy the officer who writes it down for the citizen; null when the citizen does */
    Uni<Submission> submit(SubmitComplaint form, @Nullable String idempotencyKey, @Nullable String takenBy) {
        var government = governments.find(form.government());
        if (government == null) {
            return Uni.createFrom()
                    .item(new Submission.Invalid(
                            List.of(new FieldError("government", "Pemerintah daerah ini tidak dilayani di sini."))));
        }
        var errors = unknownTo(government, form);
        errors.addAll(notBy(takenBy, form.channel()));
        return errors.isEmpty()
                ? store(
                        form,
                        government,
                        IdempotencyKey.of(idempotencyKey, form, takenBy, json, seal),
                        takenBy,
                        TRIES_FOR_A_FREE_NUMBER)
                : Uni.createFrom().item(new Submission.Invalid(errors));
    }

    private static List<FieldError> notBy(@Nullable String officer, Channel channel) {
        if (officer == null && WRITTEN_DOWN_BY_OFFICERS.contains(channel)) {
            return List.of(new FieldError("channel", "Aduan di loket dan lewat surat dicatat oleh petugas."));
        }
        if (officer != null && FILED_BY_CITIZENS.contains(channel)) {
            return List.of(new FieldError("channel", "Pilih kanal tempat warga menyampaikannya kepada petugas."));
        }
        return List.of();
    }

    private Uni<Submission> store(
            SubmitComplaint form,
            Government government,
            @Nullable IdempotencyKey key,
            @Nullable String takenBy,
            int triesLeft) {
        var secret = TrackingSecret.random(random);
        var complaint = prepare(form, government, key, takenBy, secret);
        var received = complaint.received();
        return store.store(complaint)
                .<Submission>map(stored -> new Submission.Accepted(
                        Receipt.of(complaint.id(), received.number(), secret, received.receivedAt())))
                .onFailure(ComplaintStore.QueueFull.class)
                .recoverWithItem(new Submission.Busy())
                .onFailure(failure -> key != null && violates(failure, "complaint_idempotency_key"))
                .recoverWithUni(() -> complaints.firstUnder(java.util.Objects.requireNonNull(key)))
                .onFailure(failure -> triesLeft > 1 && violates(failure, "complaint_number"))
                .recoverWithUni(() -> store(form, government, key, takenBy, triesLeft - 1));
    }

    private NewComplaint prepare(
            SubmitComplaint form,
            Government government,
            @Nullable IdempotencyKey key,
            @Nullable String takenBy,
            String secret) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var number = ComplaintNumber.random(government.numberPrefix(), random);
        var received = received(form, number);
        return new NewComplaint(
                id,
                government.id(),
                received,
                seal.seal(id, identity(form, secret)),
                key,
                takenBy,
                events.write(received, id, government.id(), Trace.current()));
    }

    private ComplaintReceived received(SubmitComplaint form, ComplaintNumber number) {
        var person = form.complainant();
        var masking = Masking.of(person == null ? null : person.name());
        return new ComplaintReceived(
                number.value(),
                form.channel(),
                form.effectiveType(),
                form.effectiveVisibility(),
                masking.mask(form.title()),
                masking.mask(form.text()),
                form.category(),
                location(form, masking),
                reachableBy(person),
                time.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static @Nullable Location location(SubmitComplaint form, Masking masking) {
        var place = form.location();
        return place == null
                ? null
                : new Location(masking.mask(place.address()), place.regionCode(), place.lat(), place.lon());
    }

    private static Set<ContactWay> reachableBy(SubmitComplaint.@Nullable Person person) {
        var ways = EnumSet.noneOf(ContactWay.class);
        if (person != null && person.email() != null) {
            ways.add(ContactWay.EMAIL);
        }
        if (person != null && person.phone() != null) {
            ways.add(ContactWay.PHONE);
        }
        return ways;
    }

    private static Identity identity(SubmitComplaint form, String secret) {
        var person = form.complainant();
        var place = form.location();
        return new Identity(
                person == null ? null : person.name(),
                person == null ? null : person.phone(),
                person == null ? null : person.email(),
                form.title(),
                form.text(),
                place == null ? null : place.address(),
                secret);
    }

    private static List<FieldError> unknownTo(Government government, SubmitComplaint form) {
        var errors = new ArrayList<FieldError>();
        if (form.category() != null && government.category(form.category()) == null) {
            errors.add(new FieldError(
                    "category", "Kategori tidak dikenal. Daftar kategori ada di /api/intake/v1/governments."));
        }
        var place = form.location();
        if (place != null && place.regionCode() != null && government.region(place.regionCode()) == null) {
            errors.add(new FieldError(
                    "location.regionCode", "Bukan kode kecamatan, kelurahan atau desa di " + government.name() + "."));
        }
        return errors;
    }

    private static boolean violates(Throwable failure, String constraint) {
        return failure instanceof PgException e && constraint.equals(e.getConstraint());
    }
}
