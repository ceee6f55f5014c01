package id.tanggap.notification.sender;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outcome.Unknown;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.notification.sender.Attempt.Erased;
import id.tanggap.notification.sender.Attempt.Held;
import id.tanggap.notification.sender.Attempt.Hindered;
import id.tanggap.notification.sender.Attempt.Made;
import id.tanggap.notification.sender.Attempt.NoHandle;
import id.tanggap.rest.Problem;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes an attempt: asks the vault how the citizen is reached, and hands the message to the sender of that way. */
@ApplicationScoped
public class Courier {
    private static final Duration ASKING = Duration.ofSeconds(20);
    private static final Duration SENDING = Duration.ofSeconds(60);

    /** Longer than this no attempt takes: vault, database and provider may hang without a word. */
    public static final Duration PATIENCE = ASKING.plus(ASKING).plus(SENDING);

    private static final String PURPOSE = "notification";

    /** Why a message waits of which the citizen was sent enough for an hour. */
    static final String NO_ROOM = "RECIPIENT_LIMIT";

    private final Vault vault;
    private final Replies replies;
    private final Rooms rooms;
    private final Lines lines;
    private final InstantSource time;
    private final Map<ContactWay, Sender> senders;

    Courier(
            @RestClient Vault vault,
            @RestClient Replies replies,
            Rooms rooms,
            Lines lines,
            InstantSource time,
            @All List<Sender> senders) {
        this.vault = vault;
        this.replies = replies;
        this.rooms = rooms;
        this.lines = lines;
        this.time = time;
        this.senders = senders.stream().collect(toUnmodifiableMap(Sender::way, identity()));
    }

    /** Whether a message that may be out on this way may be sent once more. */
    public boolean mayRepeat(ContactWay way) {
        var sender = senders.get(way);
        return sender != null && sender.mayRepeat();
    }

    /**
     * Never fails: a fault is an attempt too. Completes within {@link #PATIENCE}.
     *
     * @param repeated whether an attempt was begun before whose end nobody knows
     */
    public Uni<Attempt> bring(Errand errand, ContactWay way, boolean repeated) {
        var sender = senders.get(way);
        if (sender == null) {
            return Uni.createFrom().item(new Hindered("no sender"));
        }
        if (repeated && !sender.mayRepeat()) {
            return Uni.createFrom().item(new Made(new Unknown("lease ended")));
        }
        var brought =
                switch (errand) {
                    case Message message -> tell(message, sender);
                    case Reply reply -> answer(reply, sender);
                };
        return brought.onFailure().recoverWithItem(Courier::hindrance);
    }

    private Uni<Attempt> tell(Message message, Sender sender) {
        return patiently(vault.contact(message.subject(), PURPOSE), ASKING)
                .map(contact -> contact.on(sender.way()))
                .chain(handle -> handle == null
                        ? Uni.createFrom().<Attempt>item(new NoHandle())
                        : inTime(message, handle, sender));
    }

    /** There is room for it always: it answers what the citizen just wrote. */
    private Uni<Attempt> answer(Reply reply, Sender sender) {
        return patiently(replies.reply(reply.subject(), reply.id()), ASKING).chain(due -> {
            var handle = due.on(sender.way());
            return handle != null && sender instanceof Speaker speaker
                    ? hand(handle, sender, () -> speaker.say(reply, due.says().outgoing(), handle))
                    : Uni.createFrom().<Attempt>item(new NoHandle());
        });
    }

    private Uni<Attempt> inTime(Message message, Handle handle, Sender sender) {
        return patiently(rooms.take(message, handle), ASKING)
                .chain(at -> at.isAfter(time.instant())
                        ? Uni.createFrom().<Attempt>item(new Held(at, NO_ROOM))
                        : hand(handle, sender, () -> sender.send(message, handle)));
    }

    private Uni<Attempt> hand(Handle handle, Sender sender, Supplier<Uni<Outcome>> sending) {
        return lines.through(
                handle,
                () -> patiently(Uni.createFrom().deferred(sending::get), SENDING)
                        .onFailure()
                        .recoverWithItem(failure -> new Unknown(cause(failure)))
                        .map(outcome -> new Made(sender.mayRepeat() ? repeatable(outcome) : outcome)));
    }

    private static Outcome repeatable(Outcome outcome) {
        return outcome instanceof Unknown(var cause) ? new Failed(Fault.TRANSIENT, cause) : outcome;
    }

    private static Attempt hindrance(Throwable failure) {
        return switch (failure) {
            case WebApplicationException e when isGone(e.getResponse()) -> new Erased();
            case WebApplicationException e ->
                new Hindered("HTTP " + e.getResponse().getStatus());
            default -> new Hindered(cause(failure));
        };
    }

    /** A 404 counts only when intake itself says so; one of a proxy or of a wrong address must not lose the message. */
    private static boolean isGone(Response response) {
        return response.getStatus() == 410
                || (response.getStatus() == 404
                        && response.getMediaType() != null
                        && response.getMediaType().isCompatible(MediaType.valueOf(Problem.MEDIA_TYPE)));
    }

    /** The class of what lies innermost; its message may quote an address. */
    private static String cause(Throwable failure) {
        var inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getClass().getSimpleName();
    }

    /** Not cancelled when patience ends: Mutiny would log what fails after that, and what fails may quote an address. */
    private static <T> Uni<T> patiently(Uni<T> work, Duration patience) {
        return Uni.createFrom()
                .<T>emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail))
                .ifNoItem()
                .after(patience)
                .fail();
    }
}
