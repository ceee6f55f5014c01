package id.tanggap.intake.tracking;

import id.tanggap.contracts.Visibility;
import id.tanggap.intake.complaint.ComplaintNumber;
import id.tanggap.intake.complaint.TrackingSecret;
import id.tanggap.intake.tracking.Timeline.Entry;
import id.tanggap.intake.vault.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds a complaint's timeline for who can prove to be its author. */
@ApplicationScoped
class Timelines {
    private static final String FIND = """
            select c.id, c.number, c.visibility, c.received_at, v.secret_hash, p.agency_name, p.dispatched_at, p.due_at,
                   p.accepted_at, p.answered_at, p.answer, p.forwarded_at, p.referred_at, p.institution, p.advice, p.closed_at
            from complaint c join vault v on v.complaint_id = c.id
            left join progress p on p.complaint_id = c.id
            where c.number = $1
            """;
    private static final Logger LOG = Logger.getLogger(Timelines.class);
    private static final UUID NOBODY = new UUID(0, 0);

    private final Pool pool;
    private final Seal seal;
    private final SecretAnswers secretAnswers;

    Timelines(Pool pool, Seal seal, @RestClient SecretAnswers secretAnswers) {
        this.pool = pool;
        this.seal = seal;
        this.secretAnswers = secretAnswers;
    }

    /** Null for an unknown number as for a wrong secret, after the same work. */
    Uni<@Nullable Timeline> of(String typedNumber, String typedSecret) {
        var number = ComplaintNumber.parse(typedNumber);
        var secret = TrackingSecret.normalise(typedSecret);
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(number == null ? "" : number.value()))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        seal.proves(NOBODY, secret, new byte[32]);
                        return Uni.createFrom().nullItem();
                    }
                    var row = rows.iterator().next();
                    return seal.proves(
                                    row.getUUID("id"),
                                    secret,
                                    row.getBuffer("secret_hash").getBytes())
                            ? answer(row).map(answer -> timeline(row, answer))
                            : Uni.createFrom().nullItem();
                });
    }

    /** Null when there is none yet, and when it cannot be had now. */
    private Uni<@Nullable String> answer(Row row) {
        var secret = row.getString("visibility").equals(Visibility.SECRET.name());
        if (!secret || row.getOffsetDateTime("answered_at") == null) {
            return Uni.createFrom().item(row.getString("answer"));
        }
        return secretAnswers
                .to(row.getUUID("id"))
                .<@Nullable String>map(SecretAnswers.Answer::text)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "The answer to a secret complaint cannot be shown: %s",
                            failure.getClass().getSimpleName());
                    return null;
                });
    }

    private static Timeline timeline(Row row, @Nullable String answer) {
        var entries = new ArrayList<Entry>();
        add(entries, row, "received_at", "RECEIVED", "Aduan diterima.");
        add(entries, row, "forwarded_at", "FORWARDED", "Aduan diteruskan ke grup perangkat daerah.");
        add(entries, row, "dispatched_at", "DISPATCHED", "Aduan diteruskan ke " + row.getString("agency_name") + ".");
        add(entries, row, "accepted_at", "IN_PROGRESS", "Aduan sedang ditindaklanjuti.");
        add(
                entries,
                row,
                "answered_at",
                "ANSWERED",
                answer == null
                        ? "Aduan dijawab. Jawabannya belum dapat ditampilkan; buka lagi beberapa saat lagi."
                        : "Aduan dijawab.");
        add(
                entries,
                row,
                "referred_at",
                "OUT_OF_JURISDICTION",
                "Bukan kewenangan pemerintah daerah ini, melainkan " + row.getString("institution") + ". "
                        + row.getString("advice"));
        add(entries, row, "closed_at", "CLOSED", "Aduan selesai.");
        entries.sort(Comparator.comparing(Entry::at));
        return new Timeline(
                row.getString("number"),
                entries.getLast().status(),
                row.getOffsetDateTime("received_at").toInstant(),
                instant(row, "due_at"),
                row.getString("agency_name"),
                answer,
                entries);
    }

    private static void add(List<Entry> entries, Row row, String column, String status, String text) {
        var at = instant(row, column);
        if (at != null) {
            entries.add(new Entry(at, status, text));
        }
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
