package id.tanggap.intake.egg;

/** In one room with what it needs and what needs it. */
public final class Hen {
    public Hatchling hatch() {
        return new Hatchling.OfAnEgg().with(this);
    }
}
