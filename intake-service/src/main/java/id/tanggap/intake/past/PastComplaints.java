package id.tanggap.intake.past;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.governments.Governments;
import id.tanggap.intake.past.PastImports.Outcome;
import id.tanggap.intake.past.told.Known;
import id.tanggap.intake.past.told.PastComplaint;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Seal.Locked;
import id.tanggap.masking.Maskings;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The complaints that were taken over, each once. */
@ApplicationScoped
class PastComplaints {
    private static final Rows<PastComplaint> ASKED = Rows.of(PastComplaint.class)
            .text("source", complaint -> complaint.origin().source().name())
            .text("source_id", complaint -> complaint.origin().id())
            .from(2);
    private static final Rows<Told> TAKEN = Rows.of(Told.class)
            .text("source", told -> told.complaint().origin().source().name())
            .text("source_id", told -> told.complaint().origin().id())
            .uuid("complaint_id", Told::id)
            .bytes("content", told -> HexFormat.of().parseHex(told.known().content()))
            .bytes("told", told -> told.sealed().content())
            .bytes("told_key", told -> told.sealed().wrappedKey())
            .from(3);

    private static final String FIND = """
            select source_id, complaint_id, content, told, told_key from past_complaint
            join %s using (source, source_id) where government = $1
            """.formatted(ASKED.as("asked"));
    /** In the order in which they are sorted here. */
    private static final String LOCK = FIND + " order by source_id collate \"C\" for update of past_complaint";

    private static final String KEEP = """
            insert into past_complaint (government, import_id, unkept, %s)
            select $1, $2, false, %s from %s
            on conflict (government, source, source_id) do nothing
            returning source_id
            """.formatted(TAKEN.names(), TAKEN.names(), TAKEN.as("told"));
    private static final String CHANGE = """
            update past_complaint as known
            set import_id = $2, content = told.content, told = told.told, told_key = told.told_key
            from %s
            where known.government = $1 and known.source = told.source and known.source_id = told.source_id
            returning known.source_id
            """.formatted(TAKEN.as("told"));
    private static final String SUPPLEMENT = """
            update past_complaint as known set told = told.told, told_key = told.told_key from %s
            where known.government = $1 and known.source = told.source and known.source_id = told.source_id
                and known.import_id <> $2
            returning known.source_id
            """.formatted(TAKEN.as("told"));

    private final PastTellings tellings;
    private final Outbox outbox;
    private final EventWriter events;
    private final Seal seal;
    private final Maskings maskings;
    private final Governments governments;
    private final ObjectMapper json;
    private final InstantSource time;

    PastComplaints(
            PastTellings tellings,
            Outbox outbox,
            EventWriter events,
            Seal seal,
            Maskings maskings,
            Governments governments,
            ObjectMapper json,
            InstantSource time) {
        this.tellings = tellings;
        this.outbox = outbox;
        this.events = events;
        this.seal = seal;
        this.maskings = maskings;
        this.governments = governments;
        this.json = json;
        this.time = time;
    }

    /** @param known all that is known of it now */
    private record Told(PastComplaint complaint, UUID id, Known known, Locked sealed) {}

    /** @param known null when no more was kept than that it was taken over */
    private record Taken(UUID id, String content, @Nullable Known known) {}

    private record Settled(List<Told> fresh, List<Told> changed) {
        private static final Settled NONE = new Settled(List.of(), List.of());

        private Settled and(List<Told> moreFresh, List<Told> moreChanged) {
            return new Settled(both(fresh, moreFresh), both(changed, moreChanged));
        }

        private Stream<Told> all() {
            return Stream.concat(fresh.stream(), changed.stream());
        }

        private static List<Told> both(List<Told> some, List<Told> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }
    }

    record Taking(PastImport file, List<PastComplaint> complaints) {
        private String government() {
            return file.government();
        }

        /** In one order whoever writes them: two files with the same complaints do not wait for each other in a circle. */
        private Taking sorted() {
            return new Taking(
                    file,
                    complaints.stream()
                            .sorted(Comparator.comparing(PastComplaints::id))
                            .toList());
        }

        private Taking without(Set<String> ids) {
            return new Taking(
                    file,
                    complaints.stream()
                            .filter(complaint -> !ids.contains(id(complaint)))
                            .toList());
        }

        private Outcome outcome(int fresh, int changed) {
            return new Outcome(fresh, changed, complaints.size() - fresh - changed);
        }
    }

    /** What would become of them; nothing is written. */
    Uni<Outcome> compare(SqlConnection transaction, Taking taking) {
        return find(transaction, FIND, taking)
                .map(taken -> taking.outcome(
                        taking.complaints().size() - taken.size(),
                        changed(taking, taken).size()));
    }

    /** Keeps and tells those that are new, or of which other or more is told than is known. */
    Uni<Outcome> takeOver(SqlConnection transaction, Taking unordered) {
        var taking = unordered.sorted();
        return settle(transaction, taking, Settled.NONE)
                .chain(settled -> tell(transaction, taking, settled.all())
                        .replaceWith(() -> taking.outcome(
                                settled.fresh().size(), settled.changed().size())));
    }

    /** Those that another transaction kept or took back meanwhile are looked at again. */
    private Uni<Settled> settle(SqlConnection transaction, Taking taking, Settled before) {
        return taking.complaints().isEmpty()
                ? Uni.createFrom().item(before)
                : find(transaction, LOCK, taking).chain(taken -> {
                    var unknown = taking.without(taken.keySet());
                    return change(transaction, taking, taken)
                            .chain(changed -> keep(transaction, unknown)
                                    .chain(fresh -> settle(
                                            transaction, unknown.without(ids(fresh)), before.and(fresh, changed))));
                });
    }

    /** Those that another transaction kept meanwhile are left out of the answer. */
    private Uni<List<Told>> keep(SqlConnection transaction, Taking unknown) {
        var all = unknown.complaints().stream()
                .map(complaint -> told(complaint, UuidCreator.getTimeOrderedEpoch(), now(unknown, complaint)))
                .toList();
        return write(transaction, KEEP, unknown, all)
                .map(kept -> all.stream()
                        .filter(told -> kept.contains(id(told.complaint())))
                        .toList());
    }

    private Uni<List<Told>> change(SqlConnection transaction, Taking taking, Map<String, Taken> taken) {
        var changed = changed(taking, taken);
        return write(transaction, CHANGE, taking, changed)
                .chain(() -> write(transaction, SUPPLEMENT, taking, supplemented(taking, taken)))
                .replaceWith(changed);
    }

    /** Told alike, of which a version before kept no more than the fingerprint. */
    private List<Told> supplemented(Taking taking, Map<String, Taken> taken) {
        return taking.complaints().stream()
                .flatMap(complaint -> Stream.ofNullable(taken.get(id(complaint)))
                        .filter(it -> it.known() == null && isToldAlike(complaint, it))
                        .map(it -> told(complaint, it.id(), now(taking, complaint))))
                .toList();
    }

    private boolean isToldAlike(PastComplaint complaint, Taken taken) {
        return taken.content().equals(Known.content(complaint, seal));
    }

    private List<Told> changed(Taking taking, Map<String, Taken> taken) {
        return taking.complaints().stream()
                .filter(complaint -> taken.containsKey(id(complaint)))
                .flatMap(complaint -> changed(taking, complaint, requireNonNull(taken.get(id(complaint)))))
                .toList();
    }

    private Stream<Told> changed(Taking taking, PastComplaint complaint, Taken taken) {
        if (isToldAlike(complaint, taken)) {
            return Stream.empty();
        }
        var now = now(taking, complaint);
        var before = taken.known();
        var after = before == null ? now : before.retold(complaint, now, zone(taking.government()));
        return before == null || after.isOtherThan(before)
                ? Stream.of(told(complaint, taken.id(), after))
                : Stream.empty();
    }

    private Known now(Taking taking, PastComplaint complaint) {
        return Known.of(complaint, maskings.in(taking.government()), seal, time.instant());
    }

    private ZoneId zone(String government) {
        return requireNonNull(governments.find(government)).calendar().zone();
    }

    private Told told(PastComplaint complaint, UUID id, Known known) {
        try {
            return new Told(complaint, id, known, seal.lock(id, json.writeValueAsBytes(known)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What is known cannot be written", impossible);
        }
    }

    private Uni<Map<String, Taken>> find(SqlConnection transaction, String sql, Taking taking) {
        var values = ASKED.addTo(Tuple.of(taking.government()), taking.complaints());
        return transaction
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getString("source_id"), this::taken)));
    }

    private Taken taken(Row row) {
        var content = HexFormat.of().formatHex(row.getBuffer("content").getBytes());
        var known = known(row);
        // A version that keeps no more than the fingerprint may have written behind this one.
        return new Taken(
                row.getUUID("complaint_id"),
                content,
                known != null && known.content().equals(content) ? known : null);
    }

    private @Nullable Known known(Row row) {
        var told = row.getBuffer("told");
        if (told == null) {
            return null;
        }
        var locked = new Locked(row.getBuffer("told_key").getBytes(), told.getBytes());
        try {
            return json.readValue(seal.unlock(row.getUUID("complaint_id"), locked), Known.class);
        } catch (IOException notOurs) {
            // The cause would quote the words.
            throw new IllegalStateException("What is known of " + row.getUUID("complaint_id") + " cannot be read");
        }
    }

    /** @return by what their source calls those that were written */
    private static Uni<Set<String>> write(SqlConnection transaction, String sql, Taking taking, List<Told> told) {
        var values = TAKEN.addTo(Tuple.of(taking.government(), taking.file().id()), told);
        return transaction
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("source_id"))
                        .collect(Collectors.toSet()));
    }

    /** Of those that are told alike it is kept that this import tells of them, too. */
    private Uni<Void> tell(SqlConnection transaction, Taking taking, Stream<Told> others) {
        var file = taking.file();
        var told = others.map(one -> events.write(one.known().told().by(file.id()), one.id(), file.government(), null))
                .toList();
        var origins = taking.complaints().stream().map(PastComplaint::origin).toList();
        return outbox.append(transaction, told).chain(() -> tellings.keep(transaction, file, origins, told));
    }

    private static Set<String> ids(List<Told> told) {
        return told.stream().map(one -> id(one.complaint())).collect(Collectors.toSet());
    }

    private static String id(PastComplaint complaint) {
        return complaint.origin().id();
    }
}
