package id.tanggap.notification.sender.mail;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome.Failed;
import io.vertx.ext.mail.SMTPException;

/** Reads the refusal of a mail server, by its code: its words quote the address. */
final class MailFaults {
    static Failed outcome(SMTPException refusal) {
        return new Failed(fault(refusal), "SMTP " + refusal.getReplyCode());
    }

    /** Before RCPT TO a refusal is about us, the login or the sender; after that, or after the text, the recipient. */
    private static Fault fault(SMTPException refusal) {
        var said = String.valueOf(refusal.getMessage());
        if (!refusal.isPermanent()) {
            return Fault.TRANSIENT;
        }
        return said.startsWith("recipient address not accepted") || said.startsWith("sending data failed")
                ? Fault.RECIPIENT
                : Fault.CONFIG;
    }

    private MailFaults() {}
}
