package id.tanggap.bench.intake;

import java.util.Locale;

/** What is aimed for, as measured beside the raw limits. A disk that is quick at flushing leaves the rates to the CPU. */
enum Goal {
    G1("G1", "kept up with everywhere, against R2", true, 0.35, 0.50),
    G1_QUICK_DISK("G1", "kept up with everywhere, against R2", true, 0.12, 0.20),
    G1B("G1b", "burst, against R2", true, 0.70, 1.00),
    G1B_QUICK_DISK("G1b", "burst, against R2", true, 0.25, 0.35),
    G4("G4", "ms CPU per complaint, all parts", false, 1.0, 0.6),
    G4B("G4b", "ms CPU per complaint, intake alone", false, 0.5, 0.3),
    G4R("G4r", "the same as G4 against R2's own CPU", false, 8, 5);

    private static final double QUICK_DISK_PER_SECOND = 5_000;

    private final String title;
    private final String meaning;
    private final boolean moreIsBetter;
    private final double stage;
    private final double goal;

    Goal(String title, String meaning, boolean moreIsBetter, double stage, double goal) {
        this.title = title;
        this.meaning = meaning;
        this.moreIsBetter = moreIsBetter;
        this.stage = stage;
        this.goal = goal;
    }

    /** @param r2 transactions per second */
    static Goal keptUp(double r2) {
        return r2 < QUICK_DISK_PER_SECOND ? G1 : G1_QUICK_DISK;
    }

    /** @param r2 transactions per second */
    static Goal burst(double r2) {
        return r2 < QUICK_DISK_PER_SECOND ? G1B : G1B_QUICK_DISK;
    }

    String verdict(double figure) {
        if (reaches(figure, goal)) {
            return "goal";
        }
        return reaches(figure, stage) ? "stage" : "miss";
    }

    private boolean reaches(double figure, double level) {
        return moreIsBetter ? figure >= level : figure <= level;
    }

    String line(double figure) {
        return String.format(
                Locale.ROOT,
                "%-4s %-38s %6.2f   %-5s (stage %s %.2f, goal %s %.2f)",
                title,
                meaning,
                figure,
                verdict(figure),
                moreIsBetter ? "≥" : "≤",
                stage,
                moreIsBetter ? "≥" : "≤",
                goal);
    }
}
