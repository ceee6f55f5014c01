package id.tanggap.bench.masking;

import id.tanggap.masking.text.Mark;
import id.tanggap.masking.text.MarkedLine;
import id.tanggap.masking.text.MarkedLine.Labelled;
import java.util.List;

/** What the masking made of one line, beside what should have been made of it. */
record Verdict(MarkedLine line, List<Mark> found) {
    /** Nothing of it is left to read but signs, and "No" or "blok" before a number. */
    boolean isHidden(Labelled wanted) {
        var left = line.text().substring(wanted.from(), wanted.to()).toCharArray();
        for (var mark : found) {
            for (int at = Math.max(mark.from(), wanted.from()); at < Math.min(mark.to(), wanted.to()); at++) {
                left[at - wanted.from()] = ' ';
            }
        }
        return !new String(left).matches(".*\\p{N}.*|(?s).*\\p{L}{3,}.*");
    }

    boolean isNeedless(Mark mark) {
        return line.marks().stream().noneMatch(wanted -> overlap(mark, wanted));
    }

    static boolean overlap(Mark mark, Labelled wanted) {
        return mark.from() < wanted.to() && wanted.from() < mark.to();
    }
}
