package id.tanggap.intake.conversation;

import id.tanggap.channel.Fetched;
import id.tanggap.channel.Received;
import id.tanggap.channel.Received.Contact;
import id.tanggap.channel.Received.Media;
import id.tanggap.channel.Received.Message;
import id.tanggap.channel.Unreadable;
import id.tanggap.governments.Government;
import id.tanggap.governments.place.Boundary;
import id.tanggap.intake.attachment.Taken;
import id.tanggap.intake.attachment.Uploads;
import id.tanggap.intake.channel.Account;
import id.tanggap.intake.channel.InboundEvents.Waiting;
import id.tanggap.intake.conversation.script.Choices;
import id.tanggap.intake.conversation.script.Command;
import id.tanggap.intake.conversation.script.Said;
import id.tanggap.intake.conversation.script.Said.Note;
import id.tanggap.intake.conversation.script.Said.Point;
import id.tanggap.intake.conversation.script.Said.Told;
import id.tanggap.rest.sent.Characters;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Understands what was brought, one by one, and fetches the files that it names. */
@ApplicationScoped
class Hearing {
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    /** Some minutes with the pauses between them; the citizen waits for an answer as long. */
    private static final int TRIES_TO_FETCH = 6;

    private final Uploads uploads;

    Hearing(Uploads uploads) {
        this.uploads = uploads;
    }

    /** What was understood of an event. */
    sealed interface Heard {
        UUID event();

        record Something(UUID event, Instant at, Contact from, Said said) implements Heard {
            @Override
            public String toString() {
                return "Something[" + event + "]";
            }
        }

        /** It calls for nothing. */
        record Nothing(UUID event) implements Heard {}

        record Faulty(UUID event, String cause) implements Heard {}
    }

    /** Fails with {@link Postponed} when a file cannot be had now. */
    Uni<Heard> hear(Account account, Waiting event, Function<String, @Nullable Command> commandIn) {
        try {
            return account.provider().hook().read(event.raw()) instanceof Message message
                    ? said(account, event, message, commandIn)
                            .map(said -> new Heard.Something(event.id(), message.at(), from(message), said))
                    : Uni.createFrom().item(new Heard.Nothing(event.id()));
        } catch (Unreadable e) {
            return Uni.createFrom().item(new Heard.Faulty(event.id(), String.valueOf(e.getMessage())));
        }
    }

    private Uni<Said> said(
            Account account, Waiting event, Message message, Function<String, @Nullable Command> commandIn) {
        return switch (message.content()) {
            case Received.Text(var text) -> said(Characters.cleaned(text), commandIn.apply(text));
            case Received.Chosen(var id) -> Uni.createFrom().item(Choices.pressed(id));
            case Received.Place place -> told("", List.of(), point(place, account.government()), Set.of());
            case Media media -> file(account, event, media);
            case Received.Other _ -> told("", List.of(), null, Set.of(Note.STRANGE));
        };
    }

    private static Uni<Said> said(String text, @Nullable Command command) {
        return command == null
                ? told(text, List.of(), null, Set.of())
                : Uni.createFrom().item(new Said.Ordered(command, text));
    }

    private static Contact from(Message message) {
        return new Contact(message.from().address(), cleaned(message.from().name()));
    }

    /** Null when nothing is left that can be read. */
    private static @Nullable String cleaned(@Nullable String text) {
        var cleaned = text == null ? "" : Characters.cleaned(text).strip();
        return cleaned.isEmpty() ? null : cleaned;
    }

    private static Point point(Received.Place place, Government government) {
        var at = new Boundary.Point(place.lon(), place.lat());
        var inside = government.boundaries() == null || government.districtAt(at) != null;
        return new Point(place.lat(), place.lon(), cleaned(place.label()), inside);
    }

    private Uni<Said> file(Account account, Waiting event, Media media) {
        var caption = Objects.requireNonNullElse(cleaned(media.caption()), "");
        return switch (media.kind()) {
            case VIDEO -> told(caption, List.of(), null, Set.of(Note.VIDEO));
            case IMAGE, DOCUMENT, VOICE ->
                account.fetch(media.id(), MOST_BYTES).chain(fetched -> file(event, fetched, caption, media));
        };
    }

    private Uni<Said> file(Waiting event, Fetched fetched, String caption, Media media) {
        return switch (fetched) {
            case Fetched.Content(var bytes) ->
                keep(bytes, media.fileName()).chain(taken -> kept(taken, caption, media.kind()));
            case Fetched.TooLarge _ -> told(caption, List.of(), null, Set.of(Note.FILE_TOO_LARGE));
            case Fetched.Gone _ -> told(caption, List.of(), null, Set.of(Note.FILE_GONE));
            case Fetched.Failed(var fault, var cause) ->
                event.attempts() + 1 < TRIES_TO_FETCH
                        ? Uni.createFrom().failure(new Postponed("file: " + fault + " " + cause))
                        : told(caption, List.of(), null, Set.of(Note.FILE_GONE));
        };
    }

    private Uni<Taken> keep(byte[] bytes, @Nullable String name) {
        return Uni.createFrom()
                .item(() -> written(bytes))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(path -> uploads.take(path, name).onTermination().invoke(() -> remove(path)));
    }

    /** What was said with a voice is kept, and asked for in a sentence. */
    private static Uni<Said> kept(Taken taken, String caption, Media.Kind kind) {
        var notes = kind == Media.Kind.VOICE ? Set.of(Note.VOICE) : Set.<Note>of();
        return switch (taken) {
            case Taken.Waiting waiting -> told(caption, List.of(waiting.ticket()), null, notes);
            case Taken.Busy _ -> Uni.createFrom().failure(new Postponed("files: busy"));
            case Taken.Refused(var reason)
            when reason == Taken.Reason.NO_ROOM -> told(caption, List.of(), null, Set.of(Note.FILE_GONE));
            case Taken.Refused _ -> told(caption, List.of(), null, Set.of(Note.FILE_REFUSED));
        };
    }

    private static Uni<Said> told(String text, List<String> tickets, @Nullable Point point, Set<Note> notes) {
        return Uni.createFrom().item(new Told(text, tickets, point, notes));
    }

    private static Path written(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile("tanggap-chat", null), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
