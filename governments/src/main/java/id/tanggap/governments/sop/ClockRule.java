package id.tanggap.governments.sop;

import java.util.List;
import java.util.Set;

/**
 * A deadline: what starts it, what meets it, and whom it calls on its way.
 *
 * @param id unique among the deadlines of its government; stands in events
 * @param starts wire names of the events that start it, unless it runs already
 * @param completes wire names of the events that meet it
 * @param ends wire names of the events that end it unmet; so does the end of the case
 * @param pausable whether it stands still while the citizen is asked for more
 * @param ladder by the share of time that has passed, rising; empty when nobody is called
 */
public record ClockRule(
        String id,
        TimeStandard standard,
        Set<String> starts,
        Set<String> completes,
        Set<String> ends,
        boolean pausable,
        List<Rung> ladder) {

    /** Whether it runs from the one event to the other, by their wire names. */
    public boolean lasts(String from, String to) {
        return starts.contains(from) && completes.contains(to);
    }
}
