package id.tanggap.intake.complaint;

import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.intake.vault.Sealed;
import id.tanggap.messaging.OutgoingEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that is written when a complaint is accepted. */
record NewComplaint(
        UUID id,
        String government,
        ComplaintReceived received,
        Sealed sealed,
        @Nullable IdempotencyKey idempotency,
        OutgoingEvent event) {}
