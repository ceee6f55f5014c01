package id.tanggap.notification.sender;

import id.tanggap.governments.Governments;
import id.tanggap.notification.sender.Outcome.NoAddress;
import id.tanggap.notification.sender.Outcome.Postponed;
import id.tanggap.notification.sender.Outcome.Refused;
import id.tanggap.notification.sender.Outcome.Sent;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Sends a message by e-mail. */
@ApplicationScoped
public class MailSender {
    /** Longer than this no attempt takes: a mail server may hang without a word. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String PURPOSE = "notification";

    private final Vault vault;
    private final Governments governments;
    private final String track;
    private final String domain;

    MailSender(
            @RestClient Vault vault,
            Governments governments,
            @ConfigProperty(name = "tanggap.public-url") String publicUrl,
            @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.vault = vault;
        this.governments = governments;
        this.track = publicUrl + "/#lacak";
        this.domain = from.substring(from.indexOf('@') + 1).replace(">", "").strip();
    }

    /** Never fails: a fault is an outcome too. Completes within {@link #PATIENCE}. */
    public Uni<Outcome> send(Message message) {
        var attempt = vault.contact(message.about().complaintId(), PURPOSE)
                .chain(contact -> mail(message, contact.email()))
                .onFailure()
                .recoverWithItem(Faults::outcome);
        // Not cancelled when patience ends: Mutiny would log what fails after that, and a mail server's reply quotes
        // the address.
        return Uni.createFrom()
                .<Outcome>emitter(emitter -> attempt.subscribe().with(emitter::complete, emitter::fail))
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(new Postponed("Timeout"));
    }

    private Uni<Outcome> mail(Message message, @Nullable String address) {
        if (address == null || address.isBlank()) {
            return Uni.createFrom().item(new NoAddress());
        }
        if (!isWellFormed(address)) {
            return Uni.createFrom().item(new Refused("malformed address"));
        }
        var mail = new Mail()
                .addTo(address)
                .setSubject(subject(message))
                // The same in every attempt: a mail program that gets it twice shows it once.
                .addHeader("Message-ID", "<" + message.id() + "@" + domain + ">")
                // Keeps holiday replies away (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
        return letter(message).mail(mail).send().replaceWith(new Sent());
    }

    private static String subject(Message message) {
        return switch (message.kind()) {
            case RECEIVED -> "Aduan " + message.about().number() + " telah kami terima";
            case INFORMATION_REQUESTED -> "Aduan " + message.about().number() + " memerlukan kelengkapan dari Anda";
            case ANSWERED -> "Aduan " + message.about().number() + " telah dijawab";
            case REFERRED_OUTSIDE -> "Aduan " + message.about().number() + " bukan kewenangan kami";
            case SCREENED_OUT -> "Aduan " + message.about().number() + " tidak dapat ditindaklanjuti";
        };
    }

    private MailTemplateInstance letter(Message message) {
        var government = governments.find(message.about().government());
        var from = government == null ? message.about().government() : government.name();
        var agency = government == null || message.agency() == null ? null : government.agency(message.agency());
        var agencyName = agency == null ? null : agency.name();
        return switch (message.kind()) {
            case RECEIVED -> Letters.received(from, message.about().number(), track);
            case INFORMATION_REQUESTED ->
                Letters.asked(from, message.about().number(), track, agencyName, message.words());
            case ANSWERED -> Letters.answered(from, message.about().number(), track, agencyName, message.words());
            case REFERRED_OUTSIDE -> Letters.referred(from, message.about().number(), track, message.words());
            case SCREENED_OUT -> Letters.screenedOut(from, message.about().number(), track);
        };
    }

    private static boolean isWellFormed(String address) {
        try {
            return !new EmailAddress(address).getEmail().isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
