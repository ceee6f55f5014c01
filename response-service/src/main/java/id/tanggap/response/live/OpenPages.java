package id.tanggap.response.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.response.live.Announcement.Changed;
import id.tanggap.response.live.Announcement.Gone;
import id.tanggap.response.live.Announcement.Present;
import id.tanggap.response.live.Wire.Reconnected;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The pages that are open at this replica, and who has which case open at any. */
@ApplicationScoped
class OpenPages {
    private static final Logger LOG = Logger.getLogger(OpenPages.class);
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** A page that was not heard of for so long is closed. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(40);

    private static final String CHANGED = """
            select c.id, c.government, c.agency, c.status, c.version, c.hop,
                   array(select d.division from disposition d where d.case_id = c.id and d.agency = c.agency) as divisions
            from desk_case c where c.id = any($1) and c.number is not null
            """;

    private final Pool pool;
    private final Wire wire;
    private final InstantSource time;
    private final Map<UUID, Page> pages = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, Visitor>> visitors = new ConcurrentHashMap<>();

    OpenPages(Pool pool, Wire wire, InstantSource time) {
        this.pool = pool;
        this.wire = wire;
        this.time = time;
    }

    /** What a page is told. */
    sealed interface News {
        /** A case that is on this officer's desk has changed. */
        record CaseChanged(UUID id, String status, int version) implements News {}

        /** Cases came, went, or changed unseen: look again. */
        record ListChanged() implements News {}

        /**
         * Who else has the case of this page open.
         *
         * @param people names, each once
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Presence(UUID complaint, List<String> people) implements News {}

        /** Nothing; the line is open. */
        record Heartbeat() implements News {}
    }

    private record Page(UUID id, Officer officer, @Nullable UUID complaint, BroadcastProcessor<News> news) {}

    private record Visitor(String name, Instant seenAt) {}

    /**
     * The news for a page, until it is closed.
     *
     * @param complaint the case that it shows, which the officer reaches; null for a list
     */
    Multi<News> open(Officer officer, @Nullable UUID complaint) {
        var page = new Page(UUID.randomUUID(), officer, complaint, BroadcastProcessor.create());
        var heartbeats = Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(_ -> pulse(page))
                .invoke(() -> present(page));
        return Multi.createBy()
                .merging()
                .streams(page.news(), heartbeats)
                .onSubscription()
                .invoke(() -> {
                    pages.put(page.id(), page);
                    present(page);
                })
                .onTermination()
                .invoke(() -> close(page));
    }

    /** Who is there is told again with each beat, so that whoever missed it once does not miss it for good. */
    private News pulse(Page page) {
        return page.complaint() == null ? new News.Heartbeat() : presence(page, page.complaint());
    }

    private void present(Page page) {
        if (page.complaint() != null) {
            announce(new Present(page.complaint(), page.id(), page.officer().name()));
        }
    }

    private void close(Page page) {
        pages.remove(page.id());
        if (page.complaint() != null) {
            announce(new Gone(page.complaint(), page.id()));
        }
    }

    private void announce(Announcement announcement) {
        wire.announce(announcement)
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf(
                                "A page could not be announced: %s",
                                failure.getClass().getName()));
    }

    void hear(@Observes Announcement announcement) {
        switch (announcement) {
            case Changed(var complaints) when complaints.isEmpty() -> tellAll(new News.ListChanged());
            case Changed(var complaints) -> look(complaints);
            case Present(var complaint, var stream, var name) -> {
                var there = visitors.computeIfAbsent(complaint, _ -> new ConcurrentHashMap<>());
                var known = there.put(stream, new Visitor(name, time.instant()));
                if (forgetTheSilent(there) || known == null) {
                    tellWhoIsThere(complaint);
                }
            }
            case Gone(var complaint, var stream) -> {
                var there = visitors.get(complaint);
                if (there != null && there.remove(stream) != null) {
                    tellWhoIsThere(complaint);
                    visitors.computeIfPresent(complaint, (_, left) -> left.isEmpty() ? null : left);
                }
            }
        }
    }

    void hear(@Observes Reconnected reconnected) {
        tellAll(new News.ListChanged());
    }

    private boolean forgetTheSilent(Map<UUID, Visitor> there) {
        var latest = time.instant().minus(GONE_AFTER);
        return there.values().removeIf(visitor -> visitor.seenAt().isBefore(latest));
    }

    private void tellAll(News news) {
        pages.values().forEach(page -> page.news().onNext(news));
    }

    private void tellWhoIsThere(UUID complaint) {
        pages.values().stream()
                .filter(page -> complaint.equals(page.complaint()))
                .forEach(page -> page.news().onNext(presence(page, complaint)));
    }

    private News presence(Page page, UUID complaint) {
        return new News.Presence(
                complaint,
                visitors.getOrDefault(complaint, Map.of()).entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(page.id()))
                        .map(entry -> entry.getValue().name())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void look(List<UUID> complaints) {
        if (pages.isEmpty()) {
            return;
        }
        pool.preparedQuery(CHANGED)
                .execute(Tuple.tuple().addArrayOfUUID(complaints.toArray(UUID[]::new)))
                .subscribe()
                .with(rows -> rows.forEach(this::tell), _ -> tellAll(new News.ListChanged()));
    }

    private void tell(Row row) {
        var id = row.getUUID("id");
        var government = row.getString("government");
        var agency = row.getString("agency");
        var divisions = Set.copyOf(Arrays.asList(row.getArrayOfStrings("divisions")));
        var moved = agency == null || (row.getInteger("hop") != null && row.getInteger("hop") > 0);
        for (var page : pages.values()) {
            var officer = page.officer();
            var sees = officer.reaches(government, agency)
                    && (officer.division() == null || divisions.contains(officer.division()));
            if (sees) {
                page.news().onNext(new News.CaseChanged(id, row.getString("status"), row.getInteger("version")));
            } else if (moved && officer.government().equals(government)) {
                // It may have lain on this desk before.
                page.news().onNext(new News.ListChanged());
            }
        }
    }
}
