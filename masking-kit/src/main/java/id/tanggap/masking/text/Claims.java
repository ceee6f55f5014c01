package id.tanggap.masking.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a text is what. Who comes first has it, and later ones pass it over; a part may also be claimed as nothing
 * that identifies anybody.
 */
public final class Claims {
    private final Folded text;
    private final BitSet taken;
    private final List<Mark> marks = new ArrayList<>();

    public Claims(Folded text) {
        this.text = text;
        this.taken = new BitSet(text.length());
    }

    public boolean isFree(int from, int to) {
        var next = taken.nextSetBit(from);
        return next < 0 || next >= to;
    }

    public boolean isTaken(Kind kind, int at) {
        return taken.get(at)
                && marks.stream().anyMatch(mark -> mark.kind() == kind && mark.from() <= at && at < mark.to());
    }

    /** Does nothing when a part of it is somebody else's. */
    public void take(Kind kind, int from, int to) {
        if (from < to && isFree(from, to)) {
            taken.set(from, to);
            marks.add(new Mark(kind, from, to));
        }
    }

    public void take(Kind kind, MatchResult found, String group) {
        if (found.start(group) >= 0) {
            take(kind, found.start(group), found.end(group));
        }
    }

    /** It identifies nobody. */
    public void keep(int from, int to) {
        taken.set(from, to);
    }

    /** In the text as it was written, in order; names side by side are one. */
    public List<Mark> marks() {
        var joined = new ArrayList<Mark>();
        marks.stream().sorted(Comparator.comparingInt(Mark::from)).forEach(mark -> join(joined, mark));
        return joined.stream()
                .map(mark -> new Mark(mark.kind(), text.written(mark.from()), text.written(mark.to())))
                .toList();
    }

    private void join(List<Mark> joined, Mark mark) {
        var last = joined.isEmpty() ? null : joined.getLast();
        if (last != null && isSameName(last, mark)) {
            joined.set(joined.size() - 1, new Mark(mark.kind(), last.from(), mark.to()));
        } else {
            joined.add(mark);
        }
    }

    private boolean isSameName(@Nullable Mark last, Mark mark) {
        return last != null
                && last.kind() == Kind.NAME
                && mark.kind() == Kind.NAME
                && text.text().substring(last.to(), mark.from()).chars().allMatch(gap -> gap == ' ' || gap == '.');
    }
}
