package id.tanggap.bench.torture;

import java.util.UUID;

/** As its receipt tells of it. */
record Complaint(UUID id, String number, String secret) {}
