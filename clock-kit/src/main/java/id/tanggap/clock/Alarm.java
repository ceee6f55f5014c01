package id.tanggap.clock;

import id.tanggap.governments.sop.Position;
import id.tanggap.governments.sop.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What happens at a share of a clock's time: below 1 a warning, at 1 the deadline, above 1 the next rungs.
 *
 * @param tells in the order of the ladder; empty when nobody is told
 */
public record Alarm(double share, List<Position> tells) {
    private static final double DEADLINE = 1;

    public boolean isWarning() {
        return share < DEADLINE;
    }

    public boolean isDeadline() {
        return share == DEADLINE;
    }

    /** In the order of time. The deadline is always among them, whether or not somebody is told. */
    static List<Alarm> of(List<Rung> ladder) {
        var tells = new TreeMap<Double, List<Position>>();
        tells.put(DEADLINE, new ArrayList<>());
        for (var rung : ladder) {
            tells.computeIfAbsent(rung.at(), _ -> new ArrayList<>()).add(rung.to());
        }
        return tells.entrySet().stream()
                .map(entry -> new Alarm(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
