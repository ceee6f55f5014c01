package id.tanggap.intake.channel;

/** Something that was not there before is kept, and waits to be dealt with. */
public record Arrived() {}
