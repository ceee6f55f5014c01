package id.tanggap.response.casefile;

import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClaimedFromGroup;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.GroupStayedSilent;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.governments.Government;
import id.tanggap.response.casefile.CaseFile.TimelineEntry;
import id.tanggap.response.casefile.CaseFile.TimelineEntry.By;
import id.tanggap.response.desk.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        for (var entry : history) {
            var line = line(entry);
            if (line != null) {
                entries.add(line);
            }
        }
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

    private @Nullable TimelineEntry line(HistoryEntry entry) {
        var at = entry.at();
        return switch (entry.event()) {
            case ComplainantReplied it -> new TimelineEntry(at, By.CITIZEN, "REPLIED", null, it.text());
            case ObjectionRaised it -> new TimelineEntry(at, By.CITIZEN, "OBJECTED", null, it.reason());
            case ComplaintWithdrawn _ -> new TimelineEntry(at, By.CITIZEN, "WITHDRAWN", null, null);
            case ComplaintsLinked _ -> new TimelineEntry(at, By.COORDINATOR, "LINKED", null, null);
            case ComplaintsUnlinked _ -> new TimelineEntry(at, By.COORDINATOR, "UNLINKED", null, null);
            case ForwardedToGroup it -> new TimelineEntry(at, By.SYSTEM, "FORWARDED_TO_GROUP", it.group(), null);
            case ClaimedFromGroup it -> new TimelineEntry(at, By.GROUP, "CLAIMED", it.agencyName(), null);
            case GroupStayedSilent _ -> new TimelineEntry(at, By.GROUP, "GROUP_STAYED_SILENT", null, null);
            case DestinationProposed _ -> new TimelineEntry(at, By.SYSTEM, "DESTINATION_PROPOSED", null, null);
            case Dispatched it -> new TimelineEntry(at, By.SYSTEM, "DISPATCHED", it.agencyName(), it.reason());
            case ReturnedAsMisrouted it ->
                new TimelineEntry(
                        at,
                        By.AGENCY,
                        "RETURNED",
                        nameOf(it.agency()),
                        it.reason().name());
            case Redelegated it ->
                new TimelineEntry(
                        at,
                        By.COORDINATOR,
                        "REDELEGATED",
                        nameOf(it.to()),
                        it.reason().name());
            case ReferredOutside it ->
                new TimelineEntry(at, By.COORDINATOR, "REFERRED", it.institutionName(), it.advice());
            case ReplyOverdue _ -> new TimelineEntry(at, By.SYSTEM, "REPLY_OVERDUE", null, null);
            case DeadlineMissed _ -> new TimelineEntry(at, By.SYSTEM, "DEADLINE_MISSED", null, null);
            case CaseClosed it ->
                new TimelineEntry(at, By.SYSTEM, "CLOSED", null, it.reason().name());
            default -> null;
        };
    }

    private String nameOf(String agency) {
        var known = government.agency(agency);
        return known == null ? agency : known.name();
    }
}
