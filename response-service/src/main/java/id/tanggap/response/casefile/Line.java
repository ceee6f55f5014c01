package id.tanggap.response.casefile;

import static java.util.stream.Collectors.toUnmodifiableMap;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintSupplemented;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.OmbudsmanAgreed;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClaimedFromGroup;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.GroupStayedSilent;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.governments.Government;
import id.tanggap.response.casefile.CaseFile.TimelineEntry;
import id.tanggap.response.casefile.CaseFile.TimelineEntry.By;
import id.tanggap.response.projection.HistoryEntry;
import id.tanggap.response.refused.NoEffect;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of event that other services told reads in the timeline.
 *
 * @param who the person or the office
 * @param text what belongs to it, such as a reason
 * @param files what came with it
 */
record Line<E extends Event>(
        Class<E> event,
        By by,
        String what,
        BiFunction<E, Government, @Nullable String> who,
        Function<E, @Nullable String> text,
        Function<E, @Nullable List<AttachedFile>> files) {

    private static final Map<Class<?>, Line<?>> ALL = Stream.of(
                    line(ComplainantReplied.class, By.CITIZEN, "REPLIED")
                            .saying(ComplainantReplied::text)
                            .bringing(ComplainantReplied::attachments),
                    line(ObjectionRaised.class, By.CITIZEN, "OBJECTED")
                            .saying(ObjectionRaised::reason)
                            .bringing(ObjectionRaised::attachments),
                    line(ComplaintSupplemented.class, By.CITIZEN, "SUPPLEMENTED")
                            .saying(ComplaintSupplemented::text)
                            .bringing(ComplaintSupplemented::attachments),
                    line(OmbudsmanAgreed.class, By.CITIZEN, "OMBUDSMAN_AGREED"),
                    line(ComplaintWithdrawn.class, By.CITIZEN, "WITHDRAWN"),
                    line(ComplaintsLinked.class, By.COORDINATOR, "LINKED"),
                    line(ComplaintsUnlinked.class, By.COORDINATOR, "UNLINKED"),
                    line(ForwardedToGroup.class, By.SYSTEM, "FORWARDED_TO_GROUP")
                            .naming(ForwardedToGroup::group),
                    line(ClaimedFromGroup.class, By.GROUP, "CLAIMED").naming(ClaimedFromGroup::agencyName),
                    line(GroupStayedSilent.class, By.GROUP, "GROUP_STAYED_SILENT"),
                    line(DestinationProposed.class, By.SYSTEM, "DESTINATION_PROPOSED"),
                    line(Dispatched.class, By.SYSTEM, "DISPATCHED")
                            .naming(Dispatched::agencyName)
                            .saying(Dispatched::reason),
                    line(ReturnedAsMisrouted.class, By.AGENCY, "RETURNED")
                            .namingAgency(ReturnedAsMisrouted::agency)
                            .saying(it -> it.reason().name()),
                    line(Redelegated.class, By.COORDINATOR, "REDELEGATED")
                            .namingAgency(Redelegated::to)
                            .saying(it -> it.reason().name()),
                    line(MoveCalledOff.class, By.SYSTEM, "MOVE_CALLED_OFF").naming(MoveCalledOff::agencyName),
                    line(ReferredOutside.class, By.COORDINATOR, "REFERRED")
                            .naming(ReferredOutside::institutionName)
                            .saying(ReferredOutside::advice),
                    line(ReplyOverdue.class, By.SYSTEM, "REPLY_OVERDUE"),
                    line(DeadlineMissed.class, By.SYSTEM, "DEADLINE_MISSED"),
                    line(CaseClosed.class, By.SYSTEM, "CLOSED")
                            .saying(it -> it.reason().name()))
            .collect(toUnmodifiableMap(Line::event, Function.identity()));

    /** Empty for what is told elsewhere in the file. */
    static Stream<TimelineEntry> of(HistoryEntry entry, Government government) {
        if (entry.event() instanceof ActRefused refused) {
            var act = new HistoryEntry(entry.at(), refused.act().it());
            return of(act, government).map(line -> line.without(NoEffect.of(refused.reason())));
        }
        var line = ALL.get(entry.event().getClass());
        return line == null ? Stream.empty() : Stream.of(line.read(entry, government));
    }

    private static <E extends Event> Line<E> line(Class<E> event, By by, String what) {
        return new Line<>(event, by, what, (_, _) -> null, _ -> null, _ -> null);
    }

    private Line<E> naming(Function<E, @Nullable String> name) {
        return new Line<>(event, by, what, (it, _) -> name.apply(it), text, files);
    }

    private Line<E> namingAgency(Function<E, String> id) {
        return new Line<>(event, by, what, (it, government) -> nameOf(id.apply(it), government), text, files);
    }

    private Line<E> saying(Function<E, @Nullable String> words) {
        return new Line<>(event, by, what, who, words, files);
    }

    private Line<E> bringing(Function<E, @Nullable List<AttachedFile>> attachments) {
        return new Line<>(event, by, what, who, text, attachments);
    }

    private TimelineEntry read(HistoryEntry entry, Government government) {
        var it = event.cast(entry.event());
        return new TimelineEntry(
                entry.at(), by, what, who.apply(it, government), text.apply(it), null, null, files.apply(it));
    }

    private static String nameOf(String agency, Government government) {
        var known = government.agency(agency);
        return known == null ? agency : known.name();
    }
}
