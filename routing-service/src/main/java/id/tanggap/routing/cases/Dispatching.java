package id.tanggap.routing.cases;

import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.EventWriter;
import id.tanggap.messaging.Outbox;
import id.tanggap.messaging.ReceivedEvent;
import id.tanggap.routing.clock.DeadlineWatch;
import id.tanggap.routing.clock.WorkingCalendar;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends new complaints to their agencies and starts their promise. */
@ApplicationScoped
class Dispatching {
    private final Governments governments;
    private final Map<String, WorkingCalendar> calendars;
    private final Cases cases;
    private final Outbox outbox;
    private final EventWriter events;
    private final DeadlineWatch watch;
    private final InstantSource time;

    Dispatching(
            Governments governments,
            Cases cases,
            Outbox outbox,
            EventWriter events,
            DeadlineWatch watch,
            InstantSource time) {
        this.governments = governments;
        this.calendars = governments.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Government::id, government -> new WorkingCalendar(government.calendar())));
        this.cases = cases;
        this.outbox = outbox;
        this.events = events;
        this.watch = watch;
        this.time = time;
    }

    Uni<Void> dispatch(SqlConnection transaction, List<ReceivedEvent> received) {
        var opened = received.stream()
                .filter(event -> event.event() instanceof ComplaintReceived)
                .map(this::open)
                .toList();
        if (opened.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var outgoing = opened.stream()
                .flatMap(fresh -> Stream.of(
                                fresh.dispatch().dispatched(), fresh.dispatch().promise())
                        .map(event -> events.write(event, fresh.envelope())))
                .toList();
        return cases.open(transaction, opened).chain(() -> outbox.append(transaction, outgoing));
    }

    /** After the commit: the new deadlines may be nearer than the one that is waited for. */
    void dispatched() {
        watch.look();
    }

    private NewCase open(ReceivedEvent received) {
        var complaint = (ComplaintReceived) received.event();
        var government = known(received.envelope().government(), governments::find);
        var calendar = known(government.id(), calendars::get);
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        return new NewCase(received.envelope(), complaint, Dispatch.of(complaint, government, calendar, now));
    }

    private static <T> T known(
            String government, Function<String, ? extends @org.jspecify.annotations.Nullable T> find) {
        var found = find.apply(government);
        if (found == null) {
            throw new IllegalStateException("No files for the government " + government);
        }
        return found;
    }
}
