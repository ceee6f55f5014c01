package id.tanggap.intake.egg;

/** A part of a sealed type. */
public record Circle(int radius) implements Shape {}
