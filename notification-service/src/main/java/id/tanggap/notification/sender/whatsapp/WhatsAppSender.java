package id.tanggap.notification.sender.whatsapp;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outgoing;
import id.tanggap.channel.whatsapp.WhatsAppClient;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.governments.speech.ChannelAccount;
import id.tanggap.notification.sender.Handle;
import id.tanggap.notification.sender.Message;
import id.tanggap.notification.sender.Reply;
import id.tanggap.notification.sender.Speaker;
import id.tanggap.notification.sender.chat.ChatWords;
import id.tanggap.notification.sender.chat.Excerpt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sends by WhatsApp: freely for a while after the citizen wrote, and else with a text that was approved beforehand. */
@ApplicationScoped
class WhatsAppSender implements Speaker {
    private static final int MOST_OF_WORDS = 4096;
    private static final int MOST_OF_A_QUESTION = 1024;

    /** A window that is about to close may be closed when the message comes to it. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final WhatsAppAccounts accounts;
    private final ChatWords words;
    private final WhatsAppClient client;
    private final InstantSource time;

    WhatsAppSender(
            WhatsAppAccounts accounts,
            ChatWords words,
            @ConfigProperty(name = "tanggap.channel.whatsapp.api") URI api,
            InstantSource time) {
        this.accounts = accounts;
        this.words = words;
        this.client = new WhatsAppClient(api, time);
        this.time = time;
    }

    @Override
    public ContactWay way() {
        return ContactWay.WHATSAPP;
    }

    @Override
    public boolean isInstalled() {
        return accounts.any();
    }

    /** The provider knows no key by which it would send a message once. */
    @Override
    public boolean mayRepeat() {
        return false;
    }

    @Override
    public Uni<Outcome> send(Message message, Handle to) {
        return from(to, message.id(), account -> isOpen(to) ? inWords(message) : inTemplate(message, account));
    }

    @Override
    public Uni<Outcome> say(Reply reply, Outgoing what, Handle to) {
        return from(to, reply.id(), _ -> isOpen(to) ? fitting(what) : null);
    }

    /** @param what null when there is nothing that the provider would take now */
    private Uni<Outcome> from(Handle to, UUID reference, Function<ChannelAccount, @Nullable Outgoing> what) {
        var account = accounts.find(to.account());
        var sender = account == null ? null : accounts.sender(account);
        if (account == null || sender == null) {
            return failed(Fault.CONFIG, account == null ? "no account" : "no token");
        }
        var said = what.apply(account);
        return said == null
                ? failed(Fault.WINDOW_CLOSED, "no template")
                : Uni.createFrom().completionStage(() -> client.send(sender, to.address(), said, reference));
    }

    private Outgoing inWords(Message message) {
        return new Outgoing.Words(words.text(message, MOST_OF_WORDS));
    }

    private @Nullable Outgoing inTemplate(Message message, ChannelAccount account) {
        var template = account.template(message.kind().name());
        return template == null
                ? null
                : new Outgoing.Template(template.name(), template.language(), words.values(message, template));
    }

    private static Outgoing fitting(Outgoing what) {
        return switch (what) {
            case Outgoing.Words(var text) -> new Outgoing.Words(Excerpt.of(text, MOST_OF_WORDS));
            case Outgoing.Question(var text, var choices) ->
                new Outgoing.Question(Excerpt.of(text, MOST_OF_A_QUESTION), choices);
            case Outgoing.PlaceWanted(var text) -> new Outgoing.PlaceWanted(Excerpt.of(text, MOST_OF_A_QUESTION));
            case Outgoing.Template template -> template;
        };
    }

    private boolean isOpen(Handle to) {
        return to.freeUntil() != null && to.freeUntil().isAfter(time.instant().plus(MARGIN));
    }

    private static Uni<Outcome> failed(Fault fault, String cause) {
        return Uni.createFrom().item(new Failed(fault, cause));
    }
}
