package id.tanggap.learning;

import java.util.ArrayList;
import java.util.List;

/** Texts made up for tests, in topics that share no word but those of every text. */
final class InventedExamples {
    static final String LIGHT = "Penerangan";
    static final String WASTE = "Kebersihan";
    static final String REGISTRY = "Kependudukan";

    private static final List<String> PLACES = List.of("mawar", "melati", "kenanga", "dahlia", "cempaka");
    private static final List<String> OPENINGS =
            List.of("Mohon dibantu,", "Selamat pagi,", "Sudah seminggu", "Tolong segera,", "Kami melaporkan bahwa");
    private static final List<Topic> TOPICS = List.of(
            new Topic(
                    LIGHT,
                    "lampu jalan padam sehingga gelap",
                    "tiang lampu roboh",
                    "penerangan mati setiap malam",
                    "kabel lampu menjuntai"),
            new Topic(
                    WASTE,
                    "sampah menumpuk dan berbau",
                    "truk sampah belum datang",
                    "tempat sampah penuh",
                    "tumpukan sampah dibakar"),
            new Topic(
                    REGISTRY,
                    "pengurusan KTP belum selesai",
                    "akta kelahiran salah cetak",
                    "kartu keluarga hilang",
                    "antrean KTP sangat lama"));

    private record Topic(String label, List<String> sentences) {
        Topic(String label, String... sentences) {
            this(label, List.of(sentences));
        }
    }

    private InventedExamples() {}

    /** By turns of all three topics, each text once. */
    static List<Example> of(int count) {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < count; i++) {
            var topic = TOPICS.get(i % TOPICS.size());
            var round = i / TOPICS.size();
            var sentence = topic.sentences().get(round % topic.sentences().size());
            var opening = OPENINGS.get(round / topic.sentences().size() % OPENINGS.size());
            var text = opening + " " + sentence + " di gang nomor " + i + ".";
            examples.add(new Example("e" + i, text, PLACES.get(round % PLACES.size()), topic.label()));
        }
        return examples;
    }
}
