package id.tanggap.bench.complaints;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Complaints that nobody made, of the length that is measured everywhere: about 1 KB of text. */
final class InventedComplaints {
    private static final int TEXT_LENGTH = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> MATTERS = List.of(
            "lampu jalan padam",
            "saluran air tersumbat",
            "jalan berlubang",
            "sampah belum diangkut",
            "rambu lalu lintas roboh",
            "pohon condong ke jalan",
            "pagar taman rusak",
            "air keran mati");
    private static final List<String> PLACES = List.of(
            "depan balai warga",
            "sebelah pasar",
            "dekat jembatan",
            "ujung gang",
            "seberang lapangan",
            "belakang sekolah",
            "tikungan besar",
            "samping pos ronda");
    private static final List<String> TIMES = List.of(
            "sejak kemarin", "sudah tiga hari", "tiap malam", "sejak hujan terakhir", "selama seminggu", "pagi tadi");
    private static final List<String> WISHES = List.of(
            "mohon segera diperiksa",
            "kami berharap ada petugas yang datang",
            "warga bersedia membantu",
            "tolong diberi tanda pengaman",
            "mudah-mudahan lekas selesai");

    private final RandomGenerator random;

    InventedComplaints(RandomGenerator random) {
        this.random = random;
    }

    /** Bodies of the request, ready to send. */
    byte[][] bodies(int count, String government, List<String> categories) {
        return Stream.generate(() -> body(government, one(categories)))
                .limit(count)
                .toArray(byte[][]::new);
    }

    private byte[] body(String government, String category) {
        try {
            return JSON.writeValueAsBytes(Map.of(
                    "government",
                    government,
                    "channel",
                    "WEB",
                    "title",
                    "Uji beban: " + one(MATTERS),
                    "text",
                    text(),
                    "category",
                    category,
                    "location",
                    Map.of("address", "Jalan Uji " + random.nextInt(1, 400)),
                    "complainant",
                    Map.of("name", "Warga Uji", "phone", "0800 0000 0000")));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String text() {
        var text = new StringBuilder("Uji beban.");
        while (text.length() < TEXT_LENGTH) {
            text.append(" Di %s %s %s, %s.".formatted(one(PLACES), one(MATTERS), one(TIMES), one(WISHES)));
        }
        return text.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
