package id.tanggap.intake.receipt;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Government;
import java.time.Instant;
import java.util.UUID;

/** A complaint that is stored, as far as its receipt depends on it. */
public record Lodged(
        UUID id, String number, Government government, ComplaintType type, Visibility visibility, Instant receivedAt) {}
