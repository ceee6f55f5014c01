package id.tanggap.intake.complaint;

import java.time.Instant;
import java.util.UUID;

/**
 * Proof of lodging (UU 25/2009 art. 44).
 *
 * @param track where the citizen follows the complaint, without the secret
 */
public record Receipt(UUID id, String number, String secret, Instant receivedAt, String track) {
    static Receipt of(UUID id, String number, String secret, Instant receivedAt) {
        return new Receipt(id, number, TrackingSecret.shown(secret), receivedAt, "/lacak/?nomor=" + number);
    }
}
