package id.tanggap.notification.sender;

import id.tanggap.notification.sender.Outcome.Erased;
import id.tanggap.notification.sender.Outcome.Postponed;
import id.tanggap.notification.sender.Outcome.Refused;
import id.tanggap.rest.Problem;
import io.vertx.ext.mail.SMTPException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Reads a failed attempt. Whatever is not known to be final may pass: a wrong password or a full disk is mended by an
 * operator, and the message goes out then.
 *
 * <p>Causes name classes and codes, never messages: a mail server's reply quotes the address.
 */
final class Faults {
    static Outcome outcome(Throwable failure) {
        return switch (failure) {
            case WebApplicationException e when isGone(e.getResponse()) -> new Erased();
            case WebApplicationException e ->
                new Postponed("HTTP " + e.getResponse().getStatus());
            case SMTPException e when refusesRecipient(e) -> new Refused("SMTP " + e.getReplyCode());
            case SMTPException e -> new Postponed("SMTP " + e.getReplyCode());
            default -> new Postponed(innermost(failure).getClass().getSimpleName());
        };
    }

    /** A 404 counts only when intake itself says so; one of a proxy or of a wrong address must not lose the message. */
    private static boolean isGone(Response response) {
        return response.getStatus() == 410
                || (response.getStatus() == 404
                        && response.getMediaType() != null
                        && response.getMediaType().isCompatible(MediaType.valueOf(Problem.MEDIA_TYPE)));
    }

    /** Refused after RCPT TO or after the text. Before that, a refusal is about us: the login or the sender. */
    private static boolean refusesRecipient(SMTPException e) {
        var said = String.valueOf(e.getMessage());
        return e.isPermanent()
                && (said.startsWith("recipient address not accepted") || said.startsWith("sending data failed"));
    }

    private static Throwable innermost(Throwable failure) {
        var inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private Faults() {}
}
