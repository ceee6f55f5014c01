package id.tanggap.routing.sop;

/** Said inside the service when files of the governments have come into force, at the start and after a change. */
public record InForce() {}
