package id.tanggap.intake.complaint;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.intake.attachment.Claim;
import id.tanggap.intake.vault.Sealed;
import id.tanggap.messaging.outbox.OutgoingEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is written when a complaint is accepted.
 *
 * @param takenBy the officer who wrote it down for the citizen; null when the citizen did
 * @param claims the files that came with it
 */
record NewComplaint(
        UUID id,
        String government,
        ComplaintReceived received,
        Sealed sealed,
        @Nullable IdempotencyKey idempotency,
        @Nullable String takenBy,
        List<Claim> claims,
        OutgoingEvent event) {}
