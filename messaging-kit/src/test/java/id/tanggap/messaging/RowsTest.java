package id.tanggap.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final Entry FULL = new Entry(
            new UUID(0, 1),
            "teks, \"kutip\" {}",
            Instant.parse("2026-11-10T03:00:00.123456Z"),
            LocalDate.EPOCH,
            7,
            0.5,
            true,
            new byte[] {0, 1, -1});
    private static final Entry EMPTY = new Entry(new UUID(0, 2), null, null, null, null, null, null, null);

    private static final Rows<Entry> ROWS = Rows.of(Entry.class)
            .uuid("id", Entry::id)
            .text("words", Entry::words)
            .time("told_at", Entry::toldAt)
            .date("day", Entry::day)
            .number("hop", Entry::hop)
            .decimal("share", Entry::share)
            .flag("late", Entry::late)
            .bytes("content", Entry::content);

    private final Database database = new Database();

    @SuppressWarnings("ArrayRecordComponent") // compared element by element
    private record Entry(
            UUID id,
            @Nullable String words,
            @Nullable Instant toldAt,
            @Nullable LocalDate day,
            @Nullable Integer hop,
            @Nullable Double share,
            @Nullable Boolean late,
            byte @Nullable [] content) {

        static Entry read(Row row) {
            var toldAt = row.getOffsetDateTime("told_at");
            var content = row.getBuffer("content");
            return new Entry(
                    row.getUUID("id"),
                    row.getString("words"),
                    toldAt == null ? null : toldAt.toInstant(),
                    row.getLocalDate("day"),
                    row.getInteger("hop"),
                    row.getDouble("share"),
                    row.getBoolean("late"),
                    content == null ? null : content.getBytes());
        }
    }

    @BeforeEach
    void makeATable() {
        // In another order than the columns are named in.
        database.run("create table entry (content bytea, late boolean, share float8, hop int, day date,"
                + " told_at timestamptz, words text, id uuid primary key)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void bringsEveryTypeAndItsAbsenceToItsColumn() {
        write(ROWS.insertInto("entry"), FULL, EMPTY);

        assertThat(kept()).usingRecursiveFieldByFieldElementComparator().containsExactly(FULL, EMPTY);
    }

    @Test
    void takesOverWhatIsKnownByItsKey() {
        write(ROWS.insertInto("entry"), FULL);
        var later = new Entry(FULL.id(), "lain", null, LocalDate.MAX.withYear(2026), 8, 1.0, false, new byte[0]);

        write(ROWS.insertInto("entry") + ROWS.overwritingBy("id"), later, EMPTY);

        assertThat(kept()).usingRecursiveFieldByFieldElementComparator().containsExactly(later, EMPTY);
    }

    @Test
    void leavesWhatIsKnownWhereItHasNothing() {
        write(ROWS.insertInto("entry"), FULL);
        var words = new Entry(FULL.id(), "lain", null, null, null, null, null, null);

        write(ROWS.insertInto("entry") + ROWS.supplementingBy("entry", "id"), words);

        assertThat(kept())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new Entry(
                        FULL.id(),
                        "lain",
                        FULL.toldAt(),
                        FULL.day(),
                        FULL.hop(),
                        FULL.share(),
                        FULL.late(),
                        FULL.content()));
    }

    @Test
    void leavesWhatIsFixedAsItWasWrittenFirst() {
        var rows = Rows.of(Entry.class)
                .uuid("id", Entry::id)
                .text("words", Entry::words)
                .fixed()
                .number("hop", Entry::hop);
        write(ROWS.insertInto("entry"), FULL);
        var later = new Entry(FULL.id(), "lain", null, null, 8, null, null, null);

        Database.await(database.pool()
                .preparedQuery(rows.insertInto("entry") + rows.overwritingBy("id"))
                .execute(rows.tuple(List.of(later))));

        assertThat(kept()).extracting(Entry::words, Entry::hop).containsExactly(tuple(FULL.words(), 8));
    }

    @Test
    void bringsListsToColumnsOfArrays() {
        record Lists(List<String> words, List<Integer> shares) {}
        var rows = Rows.of(Lists.class).texts("words", Lists::words).numbers("shares", Lists::shares);
        database.run("create table listed (shares int[], words text[])");

        Database.await(database.pool()
                .preparedQuery(rows.insertInto("listed"))
                .execute(rows.tuple(List.of(
                        new Lists(List.of("satu", "dua > tiga"), List.of(4, 1)), new Lists(List.of(), List.of())))));

        assertThat(Database.await(database.pool()
                        .query("select words, shares from listed")
                        .execute()))
                .extracting(
                        row -> List.of(row.getArrayOfStrings("words")),
                        row -> List.of(row.getArrayOfIntegers("shares")))
                .containsExactly(tuple(List.of("satu", "dua > tiga"), List.of(4, 1)), tuple(List.of(), List.of()));
    }

    @Test
    void standsBehindOtherParameters() {
        var rows = ROWS.from(3);
        var sql = "select told.id, told.words || $1 || $2 as words, told_at, day, hop, share, late, content from "
                + rows.as("told");
        var parameters = Tuple.of("!", "?");

        var read = Database.await(database.pool().preparedQuery(sql).execute(rows.addTo(parameters, List.of(FULL))));

        assertThat(read.iterator().next().getString("words")).isEqualTo(FULL.words() + "!?");
    }

    @Test
    void isNotChangedByAColumnThatIsAddedToIt() {
        var two = Rows.of(Entry.class).uuid("id", Entry::id).text("words", Entry::words);

        assertThat(two.number("hop", Entry::hop).names()).isEqualTo("id, words, hop");
        assertThat(two.names()).isEqualTo("id, words");
        assertThat(two.from(5).as("told")).isEqualTo("unnest($5::uuid[], $6::text[]) as told (id, words)");
        assertThat(two.after(two.from(5)).as("told")).isEqualTo("unnest($7::uuid[], $8::text[]) as told (id, words)");
    }

    private void write(String sql, Entry... entries) {
        Database.await(database.pool().preparedQuery(sql).execute(ROWS.tuple(List.of(entries))));
    }

    private List<Entry> kept() {
        var rows = Database.await(
                database.pool().query("select * from entry order by id").execute());
        return StreamSupport.stream(rows.spliterator(), false).map(Entry::read).toList();
    }
}
