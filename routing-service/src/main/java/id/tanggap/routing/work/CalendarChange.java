package id.tanggap.routing.work;

import id.tanggap.routing.sop.Handbook;
import id.tanggap.routing.sop.InForce;
import id.tanggap.routing.sop.Jurisdiction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A decree changes the working calendar: every due date that has not passed is computed again, and each that moved is
 * told. One replica does it. It goes in pages, each its own transaction; broken off, it begins again and finds what was
 * moved in place.
 */
@ApplicationScoped
class CalendarChange {
    private static final Logger LOG = Logger.getLogger(CalendarChange.class);
    private static final int PAGE = 500;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);
    private static final UUID FIRST = new UUID(0, 0);

    private static final String KNOW =
            "insert into calendar_in_force (government, version) values ($1, $2) on conflict do nothing";
    private static final String LOCK = "select version from calendar_in_force where government = $1 for update";
    private static final String SET = "update calendar_in_force set version = $2, since = now() where government = $1";
    private static final String NEXT = """
            select complaint_id from cases
            where government = $1 and complaint_id > $2
              and (next_alarm_at is not null
                   or exists (select from timer where timer.complaint_id = cases.complaint_id))
            order by complaint_id limit $3
            """;

    private final Pool pool;
    private final Handbook handbook;
    private final CaseWork work;
    private final DeadlineWatch watch;

    CalendarChange(Pool pool, Handbook handbook, CaseWork work, DeadlineWatch watch) {
        this.pool = pool;
        this.handbook = handbook;
        this.work = work;
        this.watch = watch;
    }

    void when(@Observes InForce filesChanged) {
        followAll()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Due dates cannot follow the calendar yet: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .subscribe()
                .with(_ -> LOG.debug("Due dates go by the calendars in force"));
    }

    /** Completes when all open clocks of all governments go by the calendars in force. */
    Uni<Void> followAll() {
        return Multi.createFrom()
                .iterable(handbook.all())
                .onItem()
                .transformToUniAndConcatenate(this::follow)
                .collect()
                .last()
                .invoke(watch::look)
                .replaceWithVoid();
    }

    private Uni<Void> follow(Jurisdiction home) {
        var government = home.government().id();
        var version = home.government().calendarVersion();
        return pool.withTransaction(guard -> guard.preparedQuery(KNOW)
                .execute(Tuple.of(government, version))
                .chain(() -> guard.preparedQuery(LOCK).execute(Tuple.of(government)))
                .chain(rows -> rows.iterator().next().getString("version").equals(version)
                        ? Uni.createFrom().voidItem()
                        : follow(guard, government, FIRST)
                                .chain(() -> guard.preparedQuery(SET).execute(Tuple.of(government, version)))
                                .invoke(() -> LOG.infof("Due dates of %s go by the new calendar", government))
                                .replaceWithVoid()));
    }

    private Uni<Void> follow(SqlConnection guard, String government, UUID after) {
        return guard.preparedQuery(NEXT)
                .execute(Tuple.of(government, after, PAGE))
                .chain(rows -> {
                    var page = new ArrayList<UUID>(rows.size());
                    rows.forEach(row -> page.add(row.getUUID(0)));
                    return page.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : work.followCalendar(page).chain(() -> follow(guard, government, page.getLast()));
                });
    }
}
