package id.tanggap.proof.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.proof.Digest;
import id.tanggap.proof.Event;
import id.tanggap.proof.Merkle;
import id.tanggap.proof.RecapFixture;
import id.tanggap.proof.Utf8;
import id.tanggap.proof.file.CaseProof.Topic;
import id.tanggap.proof.verification.CaseCheck;
import id.tanggap.proof.verification.Finding;
import id.tanggap.proof.verification.Finding.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

class CaseProofTest {
    private static final CaseProof PROOF = RecapFixture.proof();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] FILE = RecapFixture.file(PROOF);

    @Example
    void readsWhatItWrote() throws UnreadableProof {
        assertThat(CaseProof.read(FILE)).isEqualTo(PROOF);
    }

    @Example
    void writesAFieldALineInOneOrder() {
        var digest = Digest.sha256();
        var proof = new CaseProof(
                "surakarta",
                "2026-10",
                2,
                2,
                1,
                "{\"number\":\"SKA-4F7K-92XM\"}",
                List.of(digest),
                digest,
                List.of(new Topic(
                        "complaint.intake.v1",
                        List.of(
                                Event.of("a", "complaint.received.v1", "2026-10-03T02:11:09Z", "é"),
                                new Event("b", "complaint.withdrawn.v1", "2026-10-04T02:11:09Z", digest, null)))));

        assertThat(new String(RecapFixture.file(proof), StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "format" : "tanggap-proof-1",
                  "government" : "surakarta",
                  "month" : "2026-10",
                  "version" : 2,
                  "size" : 2,
                  "index" : 1,
                  "entry" : "{\\"number\\":\\"SKA-4F7K-92XM\\"}",
                  "path" : [
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                  ],
                  "root" : "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                  "topics" : [
                    {
                      "topic" : "complaint.intake.v1",
                      "events" : [
                        {
                          "id" : "a",
                          "type" : "complaint.received.v1",
                          "time" : "2026-10-03T02:11:09Z",
                          "payloadDigest" : "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c",
                          "payload" : "é"
                        },
                        {
                          "id" : "b",
                          "type" : "complaint.withdrawn.v1",
                          "time" : "2026-10-04T02:11:09Z",
                          "payloadDigest" : "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                        }
                      ]
                    }
                  ]
                }
                """);
    }

    @Example
    void isIntactAsItWasGiven() {
        var verification = CaseCheck.of(PROOF, PROOF.root());

        assertThat(verification.intact()).isTrue();
        assertThat(verification.findings())
                .extracting(Finding::subject)
                .containsExactly(
                        Subject.ENTRY,
                        Subject.PLACE,
                        Subject.PAYLOAD,
                        Subject.PAYLOAD,
                        Subject.PAYLOAD,
                        Subject.EVENTS,
                        Subject.PATH,
                        Subject.ROOT);
        assertThat(verification.fields()).containsEntry("status", "ANSWERED");
    }

    @Example
    void staysIntactWhenPayloadsAreErased() {
        assertThat(CaseCheck.of(erased(PROOF), PROOF.root()).intact()).isTrue();
    }

    @Example
    void namesTheEventWhosePayloadChanged() {
        var intake = PROOF.topics().getFirst();
        var events = new ArrayList<>(intake.events());
        var second = events.get(1);
        events.set(1, new Event(second.id(), second.type(), second.time(), second.payloadDigest(), "{}"));

        assertThat(faults(withTopics(List.of(
                        new Topic(intake.topic(), events), PROOF.topics().getLast()))))
                .containsExactly(tuple(
                        Subject.PAYLOAD,
                        "complaint.intake.v1 peristiwa 2 (complaint.complainant-replied.v1, 2026-10-04T07:00:00Z)"));
    }

    @Example
    void findsATopicThatWasLeftOut() {
        assertThat(faults(withTopics(PROOF.topics().subList(0, 1))))
                .containsExactly(tuple(Subject.EVENTS, "rangkaian peristiwa"));
    }

    @Example
    void findsAnotherMonthEntryOrPath() {
        assertThat(faults(with("2026-11", PROOF.index(), PROOF.entry(), PROOF.path(), PROOF.topics())))
                .containsExactly(tuple(Subject.PLACE, "rekap"));
        assertThat(faults(with(
                        PROOF.month(),
                        PROOF.index(),
                        PROOF.entry().replace("ANSWERED", "REJECTED"),
                        PROOF.path(),
                        PROOF.topics())))
                .containsExactly(tuple(Subject.PATH, "jalur"));
        assertThat(faults(with(PROOF.month(), PROOF.index(), "rusak", PROOF.path(), PROOF.topics())))
                .containsExactly(tuple(Subject.ENTRY, "entri"), tuple(Subject.PATH, "jalur"));
        assertThat(faults(with(
                        PROOF.month(),
                        PROOF.index(),
                        PROOF.entry(),
                        PROOF.path().subList(1, 3),
                        PROOF.topics())))
                .containsExactly(tuple(Subject.PATH, "jalur"));
        assertThat(faults(with(PROOF.month(), PROOF.index() + 1, PROOF.entry(), PROOF.path(), PROOF.topics())))
                .containsExactly(tuple(Subject.PLACE, "rekap"), tuple(Subject.PATH, "jalur"));
    }

    /** Whatever somebody writes there instead. */
    @Property
    void isNotIntactOnceAnyFieldSaysSomethingElse(
            @ForAll @IntRange(max = 1_000) int which,
            @ForAll @StringLength(max = 5) String words,
            @ForAll @IntRange(min = 1, max = 12) int number)
            throws IOException {
        var file = JSON.readTree(FILE);
        var fields = fields(file);
        var field = fields.get(which % fields.size());
        change(field.getKey(), field.getValue(), words, number);

        var accepted = accepted(JSON.writeValueAsBytes(file));

        assertThat(accepted).as("%s of %s", field.getValue(), field.getKey()).isIn(PROOF, null);
    }

    @Example
    void tellsOfAnEntryFromBeforeOnlyWhatThatBinds() {
        var entry = RecapFixture.entry(RecapFixture.NUMBER, RecapFixture.caseDigest(List.of()));
        var proof = new CaseProof(
                "surakarta", "2026-10", 7, 1, 0, entry, List.of(), Merkle.leaf(Utf8.encode(entry)), List.of());

        assertThat(CaseCheck.of(proof, null)).satisfies(verification -> {
            assertThat(verification.intact()).isTrue();
            assertThat(verification.claim()).doesNotContain("versi");
        });
        assertThat(CaseCheck.of(PROOF, null).claim()).contains("versi 1");
    }

    /** Each value by the object or list that it stands in and its name or number there. */
    private static List<Map.Entry<JsonNode, Object>> fields(JsonNode node) {
        var fields = new ArrayList<Map.Entry<JsonNode, Object>>();
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> add(node, name, node.get(name), fields));
        }
        for (var place = 0; node.isArray() && place < node.size(); place++) {
            add(node, place, node.get(place), fields);
        }
        return fields;
    }

    private static void add(JsonNode node, Object name, JsonNode value, List<Map.Entry<JsonNode, Object>> fields) {
        if (value.isContainerNode()) {
            fields.addAll(fields(value));
        } else {
            fields.add(Map.entry(node, name));
        }
    }

    private static void change(JsonNode in, Object name, String words, int number) {
        switch (in) {
            case ObjectNode object when object.get((String) name).isNumber() -> object.put((String) name, number);
            case ObjectNode object -> object.put((String) name, words);
            case ArrayNode list -> list.set((int) name, words);
            default -> throw new AssertionError(in);
        }
    }

    @Example
    void findsAnotherRootThanThePrintedOne() {
        assertThat(CaseCheck.of(PROOF, Digest.sha256()).findings())
                .filteredOn(finding -> !finding.intact())
                .extracting(Finding::subject)
                .containsExactly(Subject.ROOT);
    }

    @Example
    void findsEveryBitThatWasTurned() {
        for (var place = 0; place < FILE.length; place++) {
            for (var bit = 0; bit < Byte.SIZE; bit++) {
                var turned = FILE.clone();
                turned[place] ^= (byte) (1 << bit);

                assertThat(accepted(turned)).as("bit %d of byte %d", bit, place).isIn(PROOF, null);
            }
        }
    }

    @Property
    void findsEveryByteThatWasChanged(@ForAll @IntRange(max = 1_000_000) int place, @ForAll byte value) {
        var changed = FILE.clone();
        changed[place % FILE.length] = value;

        assertThat(accepted(changed)).isIn(PROOF, null);
    }

    @Property
    void findsWhateverWasCutOutButForPayloads(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 100) int length) {
        var from = place % FILE.length;
        var to = Math.min(FILE.length, from + length);
        var text = new StringBuilder(new String(FILE, StandardCharsets.ISO_8859_1)).delete(from, to);

        var accepted = accepted(text.toString().getBytes(StandardCharsets.ISO_8859_1));

        assertThat(accepted == null || erased(accepted).equals(erased(PROOF))).isTrue();
    }

    @Example
    void cannotBeMadeOfWhatContradictsItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(PROOF.month(), PROOF.size(), PROOF.entry(), PROOF.path(), PROOF.topics()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("Oktober", PROOF.index(), PROOF.entry(), PROOF.path(), PROOF.topics()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withTopics(PROOF.topics().reversed()));
        assertThatThrownBy(() -> CaseProof.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableProof.class);
    }

    /** What an intact file tells; null when it is not intact. */
    private static @Nullable CaseProof accepted(byte[] file) {
        try {
            var read = CaseProof.read(file);
            return CaseCheck.of(read, null).intact() ? read : null;
        } catch (UnreadableProof _) {
            return null;
        }
    }

    private static List<Tuple> faults(CaseProof proof) {
        return CaseCheck.of(proof, PROOF.root()).findings().stream()
                .filter(finding -> !finding.intact())
                .map(finding -> tuple(finding.subject(), finding.place()))
                .toList();
    }

    private static CaseProof erased(CaseProof proof) {
        var topics = proof.topics().stream()
                .map(topic -> new Topic(
                        topic.topic(),
                        topic.events().stream().map(Event::withoutPayload).toList()))
                .toList();
        return with(proof.month(), proof.index(), proof.entry(), proof.path(), topics);
    }

    private static CaseProof withTopics(List<Topic> topics) {
        return with(PROOF.month(), PROOF.index(), PROOF.entry(), PROOF.path(), topics);
    }

    private static CaseProof with(String month, long index, String entry, List<Digest> path, List<Topic> topics) {
        return new CaseProof(
                PROOF.government(), month, PROOF.version(), PROOF.size(), index, entry, path, PROOF.root(), topics);
    }
}
