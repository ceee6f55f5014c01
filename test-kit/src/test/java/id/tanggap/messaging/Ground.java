package id.tanggap.messaging;

/** A class of the ground that knows nobody above. */
public final class Ground {}
