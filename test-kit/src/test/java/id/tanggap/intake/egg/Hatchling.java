package id.tanggap.intake.egg;

/** Needs its hen by a class within it. */
public class Hatchling {
    public static class OfAnEgg extends Hatchling {
        Hatchling with(Hen hen) {
            return hen == null ? this : new Hatchling();
        }
    }
}
