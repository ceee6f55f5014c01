package id.tanggap.proof;

import id.tanggap.proof.file.CaseProof;
import id.tanggap.proof.file.CaseProof.Topic;
import id.tanggap.proof.file.Recap;
import id.tanggap.proof.file.RecapWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An invented recap; one of its complaints has events on two topics. */
public final class RecapFixture {
    public static final String NUMBER = "SKA-4F7K-92XM";

    /** Where that complaint stands. */
    public static final int INDEX = 3;

    static final List<Topic> TOPICS = List.of(
            new Topic(
                    "complaint.intake.v1",
                    List.of(
                            Event.of(
                                    "0199a1f2-1111-7000-8000-000000000001",
                                    "complaint.received.v1",
                                    "2026-10-03T02:11:09Z",
                                    "{\"number\":\"SKA-4F7K-92XM\",\"text\":\"Lampu jalan mati — \\\"sejak\\\" tiga hari\"}"),
                            Event.of(
                                    "0199a1f2-1111-7000-8000-000000000002",
                                    "complaint.complainant-replied.v1",
                                    "2026-10-04T07:00:00Z",
                                    "{\"text\":\"Depan pasar 🏮\"}"))),
            new Topic(
                    "complaint.response.v1",
                    List.of(Event.of(
                            "0199a1f2-2222-7000-8000-000000000001",
                            "complaint.answered.v1",
                            "2026-10-06T03:30:00Z",
                            "{\"text\":\"Sudah diganti.\"}"))));

    private RecapFixture() {}

    /** The head and so many entries. */
    public static List<String> leaves(int complaints) {
        var leaves = new ArrayList<String>();
        leaves.add("{\"government\":\"surakarta\",\"month\":\"2026-10\",\"version\":1,\"complaints\":%d}"
                .formatted(complaints));
        IntStream.rangeClosed(1, complaints)
                .mapToObj(index -> index == INDEX
                        ? placed(NUMBER, caseDigest(TOPICS), index, complaints)
                        : placed(
                                "SKA-AAAA-%04d".formatted(index),
                                Digest.sha256(new byte[] {(byte) index}),
                                index,
                                complaints))
                .forEach(leaves::add);
        return leaves;
    }

    private static String placed(String number, Digest events, int no, int complaints) {
        return "{\"no\":%d,\"of\":%d,\"government\":\"surakarta\",\"version\":1,".formatted(no, complaints)
                + entry(number, events).substring(1);
    }

    /** As entries were before they told more of their place than the month. */
    public static String entry(String number, Digest events) {
        return "{\"number\":\"%s\",\"month\":\"2026-10\",\"status\":\"ANSWERED\",\"complaint\":\"0199a1f2-0000-7000-8000-000000000001\",\"events\":\"%s\"}"
                .formatted(number, events);
    }

    public static Digest caseDigest(List<Topic> topics) {
        return EventChain.caseDigest(
                topics.stream().collect(Collectors.toMap(Topic::topic, topic -> EventChain.head(topic.events()))));
    }

    public static List<Digest> hashes(List<String> leaves) {
        return leaves.stream().map(leaf -> Merkle.leaf(Utf8.encode(leaf))).toList();
    }

    public static Recap recap(List<String> leaves) {
        return new Recap("surakarta", "2026-10", 1, leaves.size(), MerkleTree.rootOf(hashes(leaves)));
    }

    /** Of the complaint with the events, among nine. */
    public static CaseProof proof() {
        var leaves = leaves(9);
        var hashes = hashes(leaves);
        var recap = recap(leaves);
        return new CaseProof(
                recap.government(),
                recap.month(),
                recap.version(),
                recap.size(),
                INDEX,
                leaves.get(INDEX),
                AuditPath.of(INDEX, recap.size(), List.of(recap.root()), hashes),
                recap.root(),
                TOPICS);
    }

    public static byte[] file(CaseProof proof) {
        try {
            var file = new ByteArrayOutputStream();
            proof.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static byte[] file(List<String> leaves) {
        try {
            var file = new ByteArrayOutputStream();
            var writer = new RecapWriter(file, recap(leaves));
            for (var leaf : leaves) {
                writer.add(leaf);
            }
            writer.finish();
            return file.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
