package id.tanggap.bench.routing;

import java.util.Locale;

/** What is aimed for. */
record Goal(boolean moreIsBetter, double pass, double stretch) {

    static Goal atLeast(double pass, double stretch) {
        return new Goal(true, pass, stretch);
    }

    static Goal atMost(double pass, double stretch) {
        return new Goal(false, pass, stretch);
    }

    String verdict(double figure) {
        if (reaches(figure, stretch)) {
            return "stretch";
        }
        return reaches(figure, pass) ? "pass" : "misses";
    }

    private boolean reaches(double figure, double level) {
        return moreIsBetter ? figure >= level : figure <= level;
    }

    @Override
    public String toString() {
        var sign = moreIsBetter ? "≥" : "≤";
        return String.format(Locale.ROOT, "pass %s %.3f, stretch %s %.3f", sign, pass, sign, stretch);
    }
}
