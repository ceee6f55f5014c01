package id.tanggap.bench.intake;

/** What is aimed for, as measured beside the raw limits. */
enum Goal {
    G1("kept up with everywhere, against R2", true, 0.35, 0.50),
    G1B("burst, against R2", true, 0.70, 1.00),
    G4("ms CPU per complaint, all parts", false, 1.5, 1.0),
    G4B("ms CPU per complaint, intake alone", false, 0.8, 0.4);

    private final String meaning;
    private final boolean moreIsBetter;
    private final double pass;
    private final double stretch;

    Goal(String meaning, boolean moreIsBetter, double pass, double stretch) {
        this.meaning = meaning;
        this.moreIsBetter = moreIsBetter;
        this.pass = pass;
        this.stretch = stretch;
    }

    String verdict(double figure) {
        if (reaches(figure, stretch)) {
            return "stretch";
        }
        return reaches(figure, pass) ? "pass" : "miss";
    }

    private boolean reaches(double figure, double level) {
        return moreIsBetter ? figure >= level : figure <= level;
    }

    String line(double figure) {
        return String.format(
                java.util.Locale.ROOT,
                "%-4s %-38s %6.2f   %-8s (pass %s %.2f, stretch %s %.2f)",
                name().replace('B', 'b'),
                meaning,
                figure,
                verdict(figure),
                moreIsBetter ? "≥" : "≤",
                pass,
                moreIsBetter ? "≥" : "≤",
                stretch);
    }
}
