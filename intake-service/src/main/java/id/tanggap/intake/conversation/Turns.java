package id.tanggap.intake.conversation;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.channel.Outgoing;
import id.tanggap.contracts.event.ConversationEvent.ReplyDue;
import id.tanggap.fault.Transience;
import id.tanggap.governments.Government;
import id.tanggap.intake.channel.Account;
import id.tanggap.intake.channel.Accounts;
import id.tanggap.intake.channel.InboundEvents;
import id.tanggap.intake.channel.InboundEvents.Waiting;
import id.tanggap.intake.conversation.Conversations.Spoken;
import id.tanggap.intake.conversation.Hearing.Heard;
import id.tanggap.intake.conversation.Hearing.Heard.Faulty;
import id.tanggap.intake.conversation.Hearing.Heard.Something;
import id.tanggap.intake.conversation.script.Act;
import id.tanggap.intake.conversation.script.Act.Done;
import id.tanggap.intake.conversation.script.Facts;
import id.tanggap.intake.conversation.script.Script;
import id.tanggap.intake.conversation.script.Talk;
import id.tanggap.intake.conversation.wording.Phrases;
import id.tanggap.intake.conversation.wording.Vocabulary;
import id.tanggap.messaging.Cause;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation: what was said is heard, what follows is decided by the script and kept; or what was decided is
 * done, and what follows of that is kept. Each is one transaction with the answer that it calls for, so that a turn that is cut
 * short is taken once more as it was.
 */
@ApplicationScoped
class Turns {
    private static final Logger LOG = Logger.getLogger(Turns.class);
    private static final int AT_ONCE = 50;
    private static final String TROUBLE = "Terjadi gangguan di pihak kami. Coba lagi sebentar lagi.";

    private final Accounts accounts;
    private final InboundEvents events;
    private final Hearing hearing;
    private final Acts acts;
    private final Conversations conversations;
    private final OwnOnes ownOnes;
    private final Outbox outbox;
    private final EventWriter writer;
    private final InstantSource time;
    private final String publicUrl;
    private final Map<String, Vocabulary> vocabularies = new ConcurrentHashMap<>();

    Turns(
            Accounts accounts,
            InboundEvents events,
            Hearing hearing,
            Acts acts,
            Conversations conversations,
            OwnOnes ownOnes,
            Outbox outbox,
            EventWriter writer,
            InstantSource time,
            @ConfigProperty(name = "tanggap.public-url") String publicUrl) {
        this.accounts = accounts;
        this.events = events;
        this.hearing = hearing;
        this.acts = acts;
        this.conversations = conversations;
        this.ownOnes = ownOnes;
        this.outbox = outbox;
        this.writer = writer;
        this.time = time;
        this.publicUrl = publicUrl;
    }

    /** Says whether something waits in it still. Fails with {@link Postponed} when it has to be taken later. */
    Uni<Boolean> take(Held held) {
        var account = accounts.find(held.account());
        var kept = conversations.open(held);
        if (account == null) {
            return Uni.createFrom().failure(new Postponed("account closed"));
        }
        var act = kept == null ? null : kept.talk().act();
        return facts(held, account.government())
                .chain(facts -> kept == null || act == null
                        ? listen(held, account, kept, facts)
                        : act(held, account, kept, facts, act));
    }

    private Uni<Facts> facts(Held held, Government government) {
        Function<String, List<Facts.Place>> placesIn = text -> government.regionsNamedIn(text).stream()
                .map(region -> new Facts.Place(region.code(), government.regionTitle(region.code())))
                .toList();
        return ownOnes.of(held.id()).map(known -> new Facts(known, placesIn));
    }

    /** One by one after something went wrong, so that what is at fault shows itself. */
    private Uni<Boolean> listen(Held held, Account account, @Nullable Kept kept, Facts facts) {
        var vocabulary = vocabularies.computeIfAbsent(
                account.government().id(),
                _ -> new Vocabulary(account.government().wording()));
        return events.of(account.id(), held.contact(), held.alone() ? 1 : AT_ONCE)
                .chain(waiting -> hear(account, waiting, vocabulary))
                .chain(heard -> settle(held, account, kept, heard(account, kept, heard, facts)));
    }

    private Uni<List<Heard>> hear(Account account, List<Waiting> waiting, Vocabulary vocabulary) {
        return Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(event -> hearing.hear(account, event, vocabulary::commandIn))
                .collect()
                .asList()
                .onFailure(failure -> !(failure instanceof Postponed) && !Transience.passes(failure))
                .transform(AtFault::new)
                .onFailure(Postponed.class)
                .call(() -> events.tried(waiting.stream().map(Waiting::id).toList()));
    }

    /** Up to what calls for something to be done; what was said after that waits for it. */
    private Turn heard(Account account, @Nullable Kept before, List<Heard> heard, Facts facts) {
        var said = heard.stream()
                .filter(Something.class::isInstance)
                .map(Something.class::cast)
                .toList();
        var talk = before == null
                ? Talk.begun(UuidCreator.getTimeOrderedEpoch())
                : before.talk().silent();
        var taken = new ArrayList<Gathering>();
        for (var gathered : Gathering.of(said)) {
            if (talk.act() == null) {
                talk = follow(talk, gathered, facts);
                taken.add(gathered);
            }
        }
        var answers = taken.isEmpty() ? List.<Outgoing>of() : phrases(account).answers(talk, facts);
        return Turn.of(talk, taken, heard, null, answers);
    }

    private static Talk follow(Talk talk, Gathering gathered, Facts facts) {
        try {
            return Script.hear(talk, gathered.said(), facts);
        } catch (RuntimeException e) {
            throw new AtFault(e);
        }
    }

    private Phrases phrases(Account account) {
        return new Phrases(account.government(), publicUrl);
    }

    private Uni<Boolean> act(Held held, Account account, Kept kept, Facts facts, Act act) {
        return done(held, account, kept, facts, act).chain(done -> {
            var talk = Script.after(kept.talk().silent(), done);
            var answers = phrases(account).answers(talk, facts);
            return settle(held, account, kept, Turn.of(talk, List.of(), List.of(), new Finished(act, done), answers));
        });
    }

    /** What fails for a reason that stays is told the citizen, who may try again; it must not hold up what follows. */
    private Uni<Done> done(Held held, Account account, Kept kept, Facts facts, Act act) {
        return acts.perform(held.id(), account, kept, facts, act)
                .onFailure(failure -> !(failure instanceof Postponed) && !Transience.passes(failure))
                .invoke(failure -> LOG.errorf(
                        "What was decided in conversation %s could not be done: %s", held.id(), Cause.of(failure)))
                .onFailure(failure -> !(failure instanceof Postponed) && !Transience.passes(failure))
                .recoverWithItem(new Done.Refused(TROUBLE));
    }

    private Uni<Boolean> settle(Held held, Account account, @Nullable Kept before, Turn turn) {
        var kept = turn.kept(before);
        var locked = conversations.lock(held, kept);
        var freeUntil = turn.writtenAt() == null
                ? null
                : turn.writtenAt().plus(account.provider().window());
        return outbox.inTransaction(transaction -> conversations
                .lock(transaction, held)
                .chain(() -> events.end(transaction, turn.ended()))
                .chain(() -> quarantine(transaction, turn.faulty()))
                .chain(() -> conversations.settle(transaction, held, locked, kept, freeUntil))
                .call(() -> write(transaction, held, locked.wrappedKey(), turn.spoken(time.instant())))
                .call(() -> join(transaction, held, locked.wrappedKey(), turn))
                .call(() -> outbox.append(transaction, replies(held, account, turn))));
    }

    private List<OutgoingEvent> replies(Held held, Account account, Turn turn) {
        return turn.replies().stream()
                .map(reply -> writer.write(
                        new ReplyDue(reply, time.instant()),
                        held.id(),
                        account.government().id(),
                        null))
                .toList();
    }

    private Uni<Void> quarantine(SqlConnection transaction, List<Faulty> faulty) {
        return oneByOne(faulty, each -> events.quarantine(transaction, each.event(), each.cause()));
    }

    private Uni<Void> write(SqlConnection transaction, Held held, byte[] key, List<Spoken> spoken) {
        return oneByOne(spoken, each -> conversations.write(transaction, held.id(), key, each));
    }

    private Uni<Void> join(SqlConnection transaction, Held held, byte[] key, Turn turn) {
        var complaint = turn.joined();
        if (complaint == null) {
            return Uni.createFrom().voidItem();
        }
        return ownOnes.bind(transaction, held.id(), complaint)
                .chain(() -> ownOnes.take(transaction, held.id(), key, complaint));
    }

    private static <T> Uni<Void> oneByOne(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private record Answer(UUID id, Outgoing says) {}

    /** What was decided to be done, and what became of it. */
    private record Finished(Act act, Done done) {}

    /**
     * All that a turn changes.
     *
     * @param taken what the script heard
     * @param heard all that was understood, in it or not
     * @param finished what was done; null when nothing was
     * @param theirs what the citizen said, by ids that come before those of the answers
     * @param answers each by an id of its own
     */
    private record Turn(
            Talk talk,
            List<Gathering> taken,
            List<Heard> heard,
            @Nullable Finished finished,
            List<Spoken> theirs,
            List<Answer> answers) {

        static Turn of(
                Talk talk,
                List<Gathering> taken,
                List<Heard> heard,
                @Nullable Finished finished,
                List<Outgoing> answers) {
            var theirs = taken.stream()
                    .flatMap(gathered -> gathered.of().stream()
                            .map(one -> new Spoken(
                                    UuidCreator.getTimeOrderedEpoch(), false, one.at(), gathered.entry(one))))
                    .toList();
            var withIds = answers.stream()
                    .map(says -> new Answer(UuidCreator.getTimeOrderedEpoch(), says))
                    .toList();
            return new Turn(talk, taken, heard, finished, theirs, withIds);
        }

        /** By whom was written last; as before when nobody wrote. */
        Kept kept(@Nullable Kept before) {
            return somethings()
                    .reduce((_, later) -> later)
                    .map(last -> new Kept(last.from().address(), last.from().name(), talk.silent()))
                    .orElseGet(() -> before == null
                            ? new Kept("", null, talk.silent())
                            : new Kept(before.address(), before.name(), talk.silent()));
        }

        private Stream<Something> somethings() {
            return taken.stream().flatMap(gathered -> gathered.of().stream());
        }

        @Nullable
        Instant writtenAt() {
            return somethings()
                    .map(Something::at)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        List<UUID> ended() {
            return Stream.concat(
                            somethings().map(Something::event),
                            heard.stream()
                                    .filter(Heard.Nothing.class::isInstance)
                                    .map(Heard::event))
                    .toList();
        }

        List<Faulty> faulty() {
            return heard.stream()
                    .filter(Faulty.class::isInstance)
                    .map(Faulty.class::cast)
                    .toList();
        }

        List<Spoken> spoken(Instant now) {
            var ours = answers.stream()
                    .map(answer -> new Spoken(answer.id(), true, now, Entry.of(answer.says(), isPrivate())));
            return Stream.concat(theirs.stream(), ours).toList();
        }

        private boolean isPrivate() {
            return (finished != null && finished.done() instanceof Done.Code)
                    || talk.says().stream().anyMatch(say -> say.key().startsWith("state-"));
        }

        List<UUID> replies() {
            return answers.stream().map(Answer::id).toList();
        }

        /** The complaint to which all that was said since the last one belongs; null when to none yet. */
        @Nullable
        UUID joined() {
            return switch (finished) {
                case Finished(var _, Done.Lodged(var complaint)) -> complaint;
                case Finished(Act.Add add, Done.Joined _) -> add.complaint();
                case Finished(Act.Rate rate, Done.Rated _) -> rate.complaint();
                case null, default -> null;
            };
        }
    }
}
