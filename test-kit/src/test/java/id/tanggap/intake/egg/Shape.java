package id.tanggap.intake.egg;

/** Knows its only part, which knows it. */
public sealed interface Shape permits Circle {
    static Shape round() {
        return new Circle(1);
    }
}
