package id.tanggap.response.casefile;

import id.tanggap.governments.Government;
import id.tanggap.response.casefile.CaseFile.TimelineEntry;
import id.tanggap.response.casefile.CaseFile.TimelineEntry.By;
import id.tanggap.response.projection.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One line of everything that happened to a case, whoever did it. */
final class Timeline {
    private final Government government;
    private final List<TimelineEntry> entries = new ArrayList<>();

    Timeline(Government government) {
        this.government = government;
    }

    Timeline received(Instant at) {
        entries.add(new TimelineEntry(at, By.CITIZEN, "RECEIVED", null, null));
        return this;
    }

    /** What other services told. */
    Timeline heard(List<HistoryEntry> history) {
        history.stream().flatMap(entry -> Line.of(entry, government)).forEach(entries::add);
        return this;
    }

    /** What officers did. */
    Timeline done(List<TimelineEntry> deeds) {
        entries.addAll(deeds);
        return this;
    }

    /** Oldest first; what happened at the same time in the order in which it was told. */
    List<TimelineEntry> entries() {
        return entries.stream().sorted(Comparator.comparing(TimelineEntry::at)).toList();
    }
}
