package id.tanggap.reporting.recap;

import id.tanggap.governments.Government;
import id.tanggap.reporting.recap.RecapSums.Sum;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Compiles the recap of a month from the facts as they are now. */
@ApplicationScoped
class MonthlyRecap {
    /** Complaints in memory at a time, whatever the month holds: half a megabyte as a rule, a few at the worst. */
    private static final int CHUNK = 500;

    private final Recaps recaps;
    private final InstantSource time;

    MonthlyRecap(Recaps recaps, InstantSource time) {
        this.recaps = recaps;
        this.time = time;
    }

    Uni<Recap> page(RecapMonth month, RecapKey from, int limit) {
        var now = time.instant();
        return Uni.combine()
                .all()
                // One row more than asked for tells whether there is a next page.
                .unis(recaps.sums(month, now), recaps.page(month, from, limit + 1))
                .asTuple()
                .map(both -> recap(month, now, both.getItem1(), both.getItem2(), limit));
    }

    /** The whole month, read from the database as fast as the receiver takes it. */
    Multi<byte[]> csv(RecapMonth month) {
        var csv = new RecapCsv(month.zone());
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(RecapKey.START),
                        next -> chunk(month, next.get()).invoke(chunk -> next.set(chunk.end())))
                .whilst(chunk -> chunk.rows().size() == CHUNK)
                // The columns go with the first rows: a database that does not answer is then still told by a status.
                .map(chunk -> chunk.isFirst() ? csv.columnsAndLines(chunk.rows()) : csv.lines(chunk.rows()));
    }

    private Uni<Chunk> chunk(RecapMonth month, RecapKey from) {
        return recaps.page(month, from, CHUNK).map(rows -> new Chunk(from, rows));
    }

    private record Chunk(RecapKey from, List<RecapRow> rows) {
        boolean isFirst() {
            return from.equals(RecapKey.START);
        }

        RecapKey end() {
            return rows.isEmpty() ? from : RecapKey.after(rows.getLast());
        }
    }

    private static Recap recap(RecapMonth month, Instant now, RecapSums sums, List<RecapRow> rows, int limit) {
        var government = month.government();
        var page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Recap(
                government.id(),
                government.name(),
                month.month().toString(),
                month.zone(),
                month.isPreliminary(now),
                now,
                sums.all().totals(),
                sums.byAgency().stream()
                        .map(sum -> new Recap.AgencySum(
                                sum.key(),
                                sum.name() == null ? "Belum diteruskan" : sum.name(),
                                sum.received(),
                                sum.answered(),
                                sum.open(),
                                sum.overdue()))
                        .toList(),
                sums.byCategory().stream()
                        .map(sum -> new Recap.CategorySum(
                                sum.key(),
                                categoryName(government, sum.key()),
                                sum.received(),
                                sum.answered(),
                                sum.open(),
                                sum.overdue()))
                        .toList(),
                sums.byChannel().stream().map(MonthlyRecap::channelSum).toList(),
                page,
                page.size() < rows.size() ? RecapKey.after(page.getLast()).encode() : null);
    }

    private static Recap.ChannelSum channelSum(Sum sum) {
        return new Recap.ChannelSum(
                String.valueOf(sum.key()), sum.received(), sum.answered(), sum.open(), sum.overdue());
    }

    private static String categoryName(Government government, @Nullable String id) {
        if (id == null) {
            return "Tanpa kategori";
        }
        var category = government.category(id);
        return category == null ? id : category.name();
    }
}
