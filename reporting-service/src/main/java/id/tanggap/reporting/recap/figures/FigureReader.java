package id.tanggap.reporting.recap.figures;

import id.tanggap.reporting.Names;
import id.tanggap.reporting.recap.figures.Figures.AnswerTime;
import id.tanggap.reporting.recap.figures.Figures.DeadlineShare;
import id.tanggap.reporting.recap.figures.Figures.Earlier;
import id.tanggap.reporting.recap.figures.Figures.Handling;
import id.tanggap.reporting.recap.figures.Figures.Move;
import id.tanggap.reporting.recap.figures.Figures.OpenCases;
import id.tanggap.reporting.recap.figures.Figures.Part;
import id.tanggap.reporting.recap.figures.Figures.Parts;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.rollup.Cut;
import id.tanggap.reporting.rollup.Rollups;
import id.tanggap.reporting.rollup.Sum;
import id.tanggap.reporting.rollup.Sums;
import id.tanggap.reporting.rollup.Totals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a recap counts. */
@ApplicationScoped
public class FigureReader {
    /** In days: the promises', a week, and what the law allows. */
    private static final List<Integer> AGES = List.of(0, 3, 7, 14, 60);

    private static final String ANSWER_TIME = """
            select percentile_disc(array[0.5, 0.9]) within group (order by extract(epoch from answered_at - received_at))
                       as seconds
            from complaint_fact
            where government = $1 and month = $2 and answered_at is not null
            """;

    /** In calendar days; no row unless a record of another system tells no more than the days. */
    private static final String ANSWER_DAYS = """
            select percentile_disc(array[0.5, 0.9]) within group (
                       order by greatest((answered_at at time zone $3)::date - received_on, 0)) as days
            from complaint_fact
            where government = $1 and month = $2 and answered_at is not null
            having bool_or(source is not null
                           and time '00:00' in ((received_at at time zone $3)::time, (answered_at at time zone $3)::time))
            """;

    private final Rollups rollups;

    FigureReader(Rollups rollups) {
        this.rollups = rollups;
    }

    /** As they are now: from the sums that are kept. */
    public Uni<Figures> now(SqlClient client, RecapMonth month, Instant now) {
        return rollups.of(client, month.government().id(), month.month())
                .chain(sums -> answerDays(client, month, sums)
                        .chain(days -> figures(client, month, now, sums, days == null ? answerTime(sums) : days)));
    }

    /** From each complaint of the month, for the record. */
    public Uni<Figures> scanned(SqlClient client, RecapMonth month, Instant now) {
        return rollups.scanned(client, month.government().id(), month.month())
                .chain(sums -> answerDays(client, month, sums)
                        .chain(days -> days == null
                                ? answerTime(client, month)
                                : Uni.createFrom().item(days))
                        .chain(time -> figures(client, month, now, sums, time)));
    }

    private Uni<Figures> figures(
            SqlClient client, RecapMonth month, Instant now, Sums sums, @Nullable AnswerTime answerTime) {
        return names(client, month, sums)
                .chain(names -> open(client, month, now, names)
                        .chain(open -> earlier(client, month)
                                .map(earlier -> new Figures(
                                        sums.all().totals(),
                                        parts(sums, names),
                                        new Handling(
                                                deadlines(sums.by(Cut.RULE), names),
                                                answerTime,
                                                moves(sums.by(Cut.MOVE), names),
                                                open),
                                        satisfaction(sums.by(Cut.SATISFACTION), month),
                                        earlier))));
    }

    /** A redelegation tells the ids alone, and its offices need not be there any more. */
    private Uni<Names> names(SqlClient client, RecapMonth month, Sums sums) {
        var government = month.government();
        var unknown = sums.by(Cut.MOVE).stream()
                .map(sum -> sum.key().split(">", 3))
                .flatMap(move -> Stream.of(move[0], move[1]))
                .filter(agency -> government.agency(agency) == null)
                .collect(Collectors.toSet());
        return rollups.agencyNames(client, government.id(), unknown)
                .map(told -> new Names(government, Names.Told.ofAgencies(told)));
    }

    private static Parts parts(Sums sums, Names names) {
        return new Parts(
                parts(sums.by(Cut.AGENCY), sum -> names.agency(sum.key(), sum.label())),
                parts(sums.by(Cut.CATEGORY), sum -> names.category(sum.key())),
                parts(sums.by(Cut.TYPE), sum -> Names.type(sum.key())),
                parts(sums.by(Cut.CHANNEL), sum -> Names.channel(sum.key())),
                parts(sums.by(Cut.AREA), sum -> names.area(sum.key())),
                days(sums.by(Cut.DAY)));
    }

    private Uni<Earlier> earlier(SqlClient client, RecapMonth month) {
        var before = month.month().minusMonths(1);
        var yearBefore = month.month().minusYears(1);
        return rollups.wholes(client, month.government().id(), List.of(before, yearBefore))
                .map(wholes -> new Earlier(totals(wholes.get(before)), totals(wholes.get(yearBefore))));
    }

    private static @Nullable Totals totals(@Nullable Sum sum) {
        return sum == null ? null : sum.totals();
    }

    private Uni<List<OpenCases>> open(SqlClient client, RecapMonth month, Instant now, Names names) {
        return rollups.open(
                        client, month.government().id(), month.month(), LocalDate.ofInstant(now, month.zone()), AGES)
                .map(sums -> sums.stream()
                        .map(sum -> new OpenCases(
                                sum.owedBy(),
                                sum.agency(),
                                sum.agency() == null ? null : names.agency(sum.agency(), sum.agencyName()),
                                sum.days(),
                                sum.count()))
                        .toList());
    }

    private static Uni<@Nullable AnswerTime> answerDays(SqlClient client, RecapMonth month, Sums sums) {
        return sums.all().totals().imported() == 0
                ? Uni.createFrom().nullItem()
                : client.preparedQuery(ANSWER_DAYS)
                        .execute(Tuple.of(
                                month.government().id(),
                                month.month().atDay(1),
                                month.zone().getId()))
                        .map(rows -> {
                            if (rows.size() == 0) {
                                return null;
                            }
                            var days = rows.iterator().next().getArrayOfIntegers("days");
                            return AnswerTime.ofDays(days[0], days[1]);
                        });
    }

    private static Uni<@Nullable AnswerTime> answerTime(SqlClient client, RecapMonth month) {
        return client.preparedQuery(ANSWER_TIME)
                .execute(Tuple.of(month.government().id(), month.month().atDay(1)))
                .map(rows -> {
                    var seconds = rows.iterator().next().getArrayOfDoubles("seconds");
                    return seconds == null ? null : new AnswerTime(Math.round(seconds[0]), Math.round(seconds[1]));
                });
    }

    private static @Nullable AnswerTime answerTime(Sums sums) {
        var median = sums.answeredAfter(0.5);
        var p90 = sums.answeredAfter(0.9);
        return median == null || p90 == null ? null : new AnswerTime(median.toSeconds(), p90.toSeconds());
    }

    private static List<Part> parts(List<Sum> sums, Function<Sum, String> name) {
        return sums.stream()
                .map(sum -> new Part(sum.key().isEmpty() ? null : sum.key(), name.apply(sum), sum.totals()))
                .toList();
    }

    private static @Nullable Satisfaction satisfaction(List<Sum> sums, RecapMonth month) {
        var scores = new long[Satisfaction.ELEMENTS.size()][4];
        for (var sum : sums) {
            var key = sum.key().substring(1).split(">", 2);
            scores[Integer.parseInt(key[0]) - 1][Integer.parseInt(key[1]) - 1] =
                    sum.totals().received();
        }
        return Satisfaction.of(scores, index -> {
            var grade =
                    month.government().satisfactionGrade(index, month.month().atDay(1));
            return grade == null ? null : new Satisfaction.Grade(grade.id(), grade.name());
        });
    }

    private static List<Part> days(List<Sum> sums) {
        return parts(sums, Sum::key).stream()
                .sorted(Comparator.comparing(Part::name))
                .toList();
    }

    private static List<DeadlineShare> deadlines(List<Sum> sums, Names names) {
        return sums.stream()
                .map(sum -> new DeadlineShare(
                        sum.key(),
                        names.rule(sum.key()),
                        names.row(sum.key()),
                        sum.deadlines().kept(),
                        sum.deadlines().missed()))
                .sorted(Comparator.comparingInt((DeadlineShare share) -> names.order(share.rule()))
                        .thenComparing(DeadlineShare::rule))
                .toList();
    }

    private static List<Move> moves(List<Sum> sums, Names names) {
        return sums.stream()
                .map(sum -> {
                    var move = sum.key().split(">", 3);
                    return new Move(
                            move[0],
                            names.agency(move[0], null),
                            move[1],
                            names.agency(move[1], null),
                            move[2],
                            sum.moved());
                })
                .toList();
    }
}
