package id.tanggap.notification.sender.mail;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outcome.Sent;
import id.tanggap.contracts.book.BookWords;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.governments.Governments;
import id.tanggap.notification.sender.Handle;
import id.tanggap.notification.sender.Message;
import id.tanggap.notification.sender.Sender;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends a message by e-mail. */
@ApplicationScoped
class MailSender implements Sender {
    private final Governments governments;
    private final String track;
    private final String domain;

    MailSender(
            Governments governments,
            @ConfigProperty(name = "tanggap.public-url") String publicUrl,
            @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.governments = governments;
        this.track = publicUrl + BookWords.FOLLOWED;
        this.domain = from.substring(from.indexOf('@') + 1).replace(">", "").strip();
    }

    @Override
    public ContactWay way() {
        return ContactWay.EMAIL;
    }

    /** The Message-ID stays the same: a mail program that gets it twice shows it once. */
    @Override
    public boolean mayRepeat() {
        return true;
    }

    @Override
    public Uni<Outcome> send(Message message, Handle to) {
        if (!isWellFormed(to.address())) {
            return Uni.createFrom().item(new Failed(Fault.RECIPIENT, "malformed address"));
        }
        var mail = new Mail()
                .addTo(to.address())
                .setSubject(subject(message))
                .addHeader("Message-ID", "<" + message.id() + "@" + domain + ">")
                // Keeps holiday replies away (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
        return letter(message)
                .mail(mail)
                .send()
                .<Outcome>replaceWith(new Sent())
                .onFailure(SMTPException.class)
                .recoverWithItem(failure -> MailFaults.outcome((SMTPException) failure));
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
            case RECEIVED -> Letters.received(from, message.about().number(), track(message));
            case INFORMATION_REQUESTED ->
                Letters.asked(from, message.about().number(), track(message), agencyName, message.words());
            case ANSWERED ->
                Letters.answered(from, message.about().number(), track(message), agencyName, message.words());
            case REFERRED_OUTSIDE -> Letters.referred(from, message.about().number(), track(message), message.words());
            case SCREENED_OUT -> Letters.screenedOut(from, message.about().number(), track(message));
        };
    }

    /** The page on which the number stands already; the secret is in no mail. */
    private String track(Message message) {
        return track + message.about().number();
    }

    private static boolean isWellFormed(String address) {
        try {
            return !new EmailAddress(address).getEmail().isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
