package id.tanggap.routing.cases;

import id.tanggap.contracts.vocabulary.MisroutingReason;
import java.time.Instant;

/** One move from an agency to another. */
record Redelegation(int hop, String from, String to, MisroutingReason reason, Instant at) {}
