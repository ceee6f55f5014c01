package id.tanggap.channel.whatsapp;

import static id.tanggap.channel.whatsapp.Update.FROM_SITI;
import static id.tanggap.channel.whatsapp.Update.SITI;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.channel.Piece;
import id.tanggap.channel.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bytes bear a signature are kept, and whatever is kept is read or is unreadable. */
class AnythingSentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KEPT = Pattern.compile("[!-~]+( [!-~]+)*");
    private static final byte[] VALID =
            Update.body(Update.value(List.of(SITI), List.of(FROM_SITI, """
                    {"from":"62812000111","id":"wamid.A2","timestamp":"1790000001","type":"image","image":{"id":"12"}}""", """
                    {"from_user_id":"ID.siti","id":"wamid.A3","timestamp":"1790000001","type":"location",
                     "location":{"latitude":-7.5,"longitude":110.8,"name":"Pasar"},"context":{"id":"wamid.OURS"}}""", """
                    {"from":"62812000111","id":"wamid.A4","timestamp":"1790000001","type":"interactive",
                     "interactive":{"type":"list_reply","list_reply":{"id":"a","title":"A"}}}"""), List.of("""
                    {"id":"wamid.OUT","status":"failed","timestamp":"1790000002","errors":[{"code":131026}],
                     "biz_opaque_callback_data":"0199c0de-0000-7000-8000-000000000001"}""")));

    private final WhatsAppHook hook = new WhatsAppHook();

    @Property(tries = 500)
    void isKept(@ForAll byte[] body) {
        keepAndRead(body);
    }

    @Property(tries = 1500)
    void isKeptThoughBytesOfItAreChanged(@ForAll("changes") List<Change> changes) {
        var body = VALID.clone();
        changes.forEach(change -> body[change.at()] = change.to());
        keepAndRead(body);
    }

    @Property(tries = 1500)
    void isKeptThoughValuesOfItAreOthers(@ForAll("replacements") List<Replacement> replacements) throws IOException {
        var tree = JSON.readTree(VALID);
        for (var replacement : replacements) {
            tree = replaced(tree, replacement);
        }
        keepAndRead(JSON.writeValueAsBytes(tree));
    }

    @Property(tries = 200)
    void isReadThoughNobodySplitIt(@ForAll byte[] piece) {
        read(piece);
    }

    private void keepAndRead(byte[] body) {
        var pieces = hook.split(body);
        assertThat(pieces).isNotEmpty();
        assertThat(hook.split(body))
                .extracting(Piece::id)
                .isEqualTo(pieces.stream().map(Piece::id).toList());
        assertThat(pieces).allSatisfy(piece -> {
            assertThat(piece.id()).matches(KEPT).hasSizeLessThan(1100);
            read(piece.raw());
        });
    }

    private void read(byte[] piece) {
        try {
            assertThat(hook.read(piece)).isNotNull();
        } catch (Unreadable asItMayBe) {
            assertThat(asItMayBe).hasMessageMatching("[A-Za-z_. ]+");
        }
    }

    /** @param at counted over all values of the tree, from its root */
    record Replacement(int at, String by) {}

    record Change(int at, byte to) {}

    private static JsonNode replaced(JsonNode tree, Replacement replacement) throws IOException {
        var places = new ArrayList<Place>();
        collect(tree, places);
        return places.isEmpty()
                ? tree
                : places.get(replacement.at() % places.size()).put(JSON.readTree(replacement.by()), tree);
    }

    private record Place(JsonNode in, Object key) {
        JsonNode put(JsonNode value, JsonNode tree) {
            switch (in) {
                case ObjectNode object -> object.set((String) key, value);
                case ArrayNode array -> array.set((Integer) key, value);
                default -> throw new IllegalStateException("no container");
            }
            return tree;
        }
    }

    private static void collect(JsonNode in, List<Place> places) {
        in.properties().forEach(property -> places.add(new Place(in, property.getKey())));
        for (var i = 0; in.isArray() && i < in.size(); i++) {
            places.add(new Place(in, i));
        }
        in.forEach(child -> collect(child, places));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(Arbitraries.integers().between(0, VALID.length - 1), Arbitraries.bytes())
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Replacement>> replacements() {
        var values = Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1e999",
                "12345678901234567890123",
                "\"\"",
                "\"x\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"../..\"",
                "\"1790000000000000000000\"",
                "[]",
                "{}",
                "[[],{},7]",
                "{\"id\":\"1\"}",
                "{\"a\":[1]}",
                "\" \"");
        return Combinators.combine(Arbitraries.integers().between(0, 10_000), values)
                .as(Replacement::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
