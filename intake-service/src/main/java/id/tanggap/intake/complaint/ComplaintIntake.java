package id.tanggap.intake.complaint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.intake.attachment.Attachments;
import id.tanggap.intake.attachment.Claim;
import id.tanggap.intake.attachment.Offered;
import id.tanggap.intake.receipt.Lodged;
import id.tanggap.intake.receipt.Receipts;
import id.tanggap.intake.receipt.Told;
import id.tanggap.intake.vault.Handle;
import id.tanggap.intake.vault.Identity;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Maskings;
import id.tanggap.messaging.Trace;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.rest.Problem.FieldError;
import id.tanggap.rest.sent.PhoneNumbers;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Receives complaints (Karanganyar row 1, Surakarta row 2). */
@ApplicationScoped
public class ComplaintIntake {
    private static final int TRIES = 3;

    /** What does not stand in the way of another try: with another number, and without a file that somebody else had first. */
    private static final String[] PASSES = {"complaint_number", Claim.CLAIMED_ALREADY, Claim.REMOVED_ALREADY};

    private final SecureRandom random = new SecureRandom();
    private final Governments governments;
    private final ComplaintStore store;
    private final Complaints complaints;
    private final Attachments attachments;
    private final Seal seal;
    private final Maskings maskings;
    private final Receipts receipts;
    private final EventWriter events;
    private final ObjectMapper json;
    private final InstantSource time;

    ComplaintIntake(
            Governments governments,
            ComplaintStore store,
            Complaints complaints,
            Attachments attachments,
            Seal seal,
            Maskings maskings,
            Receipts receipts,
            EventWriter events,
            ObjectMapper json,
            InstantSource time) {
        this.governments = governments;
        this.store = store;
        this.complaints = complaints;
        this.attachments = attachments;
        this.seal = seal;
        this.maskings = maskings;
        this.receipts = receipts;
        this.events = events;
        this.json = json;
        this.time = time;
    }

    public Uni<Submission> submit(SubmitComplaint form, @Nullable String idempotencyKey, Source source) {
        if (!source.filesWith(form.government())) {
            return Uni.createFrom().item(new Submission.Foreign());
        }
        var government = governments.find(form.government());
        if (government == null) {
            return invalid(List.of(new FieldError("government", "Pemerintah daerah ini tidak dilayani di sini.")));
        }
        var errors = errors(form, government, source);
        return errors.isEmpty()
                ? store(
                        new Brought(
                                form, government, source, IdempotencyKey.of(idempotencyKey, form, source, json, seal)),
                        TRIES)
                : invalid(errors);
    }

    private Uni<Submission> store(Brought brought, int triesLeft) {
        return attachments
                .offered(brought.form().tickets())
                .chain(offered -> offered.errors().isEmpty()
                        ? store(brought, offered, triesLeft)
                        : firstOr(brought.key(), new Submission.Invalid(offered.errors())));
    }

    /** Of a request that is repeated, its own complaint has the files. */
    private Uni<Submission> firstOr(@Nullable IdempotencyKey key, Submission otherwise) {
        return key == null
                ? Uni.createFrom().item(otherwise)
                : complaints.firstUnder(key).map(first -> first == null ? otherwise : first);
    }

    private static Uni<Submission> invalid(List<FieldError> errors) {
        return Uni.createFrom().item(new Submission.Invalid(errors));
    }

    private Uni<Submission> store(Brought brought, Offered offered, int triesLeft) {
        var identity = identity(brought, TrackingSecret.random(random));
        var complaint = prepare(brought, offered, identity);
        return store.store(complaint)
                .<Submission>map(stored -> new Submission.Accepted(receipts.of(
                        lodged(complaint, brought.government()),
                        new Told(
                                identity.name(),
                                complaint.received().title(),
                                complaint.received().text()),
                        TrackingSecret.shown(identity.secret()),
                        offered.received())))
                .onFailure(ComplaintStore.QueueFull.class)
                .recoverWithItem(new Submission.Busy())
                .onFailure(failure -> violates(failure, "complaint_idempotency_key"))
                .recoverWithUni(() -> firstOr(brought.key(), new Submission.KeyReused()))
                .onFailure(failure -> triesLeft > 1 && violates(failure, PASSES))
                .recoverWithUni(() -> store(brought, triesLeft - 1));
    }

    private static Lodged lodged(NewComplaint complaint, Government government) {
        var received = complaint.received();
        return new Lodged(
                complaint.id(),
                received.number(),
                government,
                received.type(),
                received.visibility(),
                received.receivedAt());
    }

    private NewComplaint prepare(Brought brought, Offered offered, Identity identity) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var government = brought.government();
        var number = ComplaintNumber.random(government.numberPrefix(), random);
        var received = received(brought.form(), identity, number, offered);
        var sealed = seal.seal(id, identity);
        return new NewComplaint(
                id,
                government.id(),
                received,
                sealed,
                brought.key(),
                brought.source().takenBy(),
                offered.claimedBy(id, sealed.wrappedKey(), null, seal),
                events.write(received, id, government.id(), Trace.current()));
    }

    private ComplaintReceived received(
            SubmitComplaint form, Identity identity, ComplaintNumber number, Offered offered) {
        var masking = maskings.in(form.government()).of(identity.name());
        return new ComplaintReceived(
                number.value(),
                form.channel(),
                form.effectiveType(),
                form.effectiveVisibility(),
                masking.mask(form.title()),
                masking.mask(form.text()),
                form.category(),
                location(form, masking),
                identity.ways(),
                offered.told(),
                time.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static @Nullable Location location(SubmitComplaint form, Masking masking) {
        var place = form.location();
        return place == null
                ? null
                : new Location(masking.maskAddress(place.address()), place.regionCode(), place.lat(), place.lon());
    }

    private static Identity identity(Brought brought, String secret) {
        var form = brought.form();
        var person = form.complainant();
        var place = form.location();
        return new Identity(
                person == null ? null : person.name(),
                handles(brought.source(), person),
                form.title(),
                form.text(),
                place == null ? null : place.address(),
                secret);
    }

    private static List<Handle> handles(Source source, SubmitComplaint.@Nullable Person person) {
        var given = person == null ? List.<Handle>of() : given(person);
        return Stream.concat(source.handles().stream(), given.stream()).toList();
    }

    private static List<Handle> given(SubmitComplaint.Person person) {
        var phone = person.phone();
        return Identity.given(phone == null ? null : PhoneNumbers.e164(phone), person.email());
    }

    private static List<FieldError> errors(SubmitComplaint form, Government government, Source source) {
        var errors = new ArrayList<FieldError>();
        if (!source.channels().contains(form.channel())) {
            errors.add(new FieldError("channel", "Dari sini kanalnya hanya: " + words(source.channels()) + "."));
        }
        if (form.category() != null && government.category(form.category()) == null) {
            errors.add(new FieldError("category", "Kategori ini tidak dikenal di sini. Pilih dari daftar."));
        }
        var place = form.location();
        if (place != null && place.regionCode() != null && government.region(place.regionCode()) == null) {
            errors.add(new FieldError(
                    "location.regionCode", "Bukan kode kecamatan, kelurahan atau desa di " + government.name() + "."));
        }
        return errors;
    }

    private static boolean violates(Throwable failure, String... constraints) {
        return failure instanceof PgException e && Arrays.asList(constraints).contains(e.getConstraint());
    }

    private static String words(List<Channel> channels) {
        return channels.stream().map(Channel::name).collect(Collectors.joining(", "));
    }

    /** A form on its way in. */
    private record Brought(
            SubmitComplaint form,
            Government government,
            Source source,
            @Nullable IdempotencyKey key) {}
}
