package id.tanggap.bench.masking;

import id.tanggap.masking.text.Mark;
import id.tanggap.masking.text.MarkedLine;
import id.tanggap.masking.text.MarkedLine.Labelled;
import java.util.List;

/** What the masking made of one line, beside what should have been made of it. */
record Verdict(MarkedLine line, List<Mark> found) {
    boolean isHidden(Labelled wanted) {
        return line.isHidden(wanted, found);
    }

    boolean isNeedless(Mark mark) {
        return line.isNeedless(mark);
    }
}
