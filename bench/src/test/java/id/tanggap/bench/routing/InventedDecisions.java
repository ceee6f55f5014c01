package id.tanggap.bench.routing;

import id.tanggap.learning.Example;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** Complaints made up for tests: one an hour, of three agencies by turns. */
final class InventedDecisions {
    static final LocalDateTime FIRST = LocalDateTime.parse("2024-01-01T00:00:00");
    private static final List<String> TEXTS =
            List.of("lampu jalan padam nomor ", "sampah menumpuk di pasar ", "pegawai loket tidak ramah ");
    private static final List<String> AGENCIES =
            List.of("Dinas Perhubungan", "Dinas Lingkungan Hidup", "Kelurahan Mawar");

    private InventedDecisions() {}

    static List<Decision> of(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Decision(
                        new Example("" + i, TEXTS.get(i % 3) + i, "Mawar, Bunga, Kota", AGENCIES.get(i % 3)),
                        null,
                        FIRST.plusHours(i),
                        Split.hash(TEXTS.get(i % 3) + i)))
                .toList();
    }

    /** As they stand in a file. */
    static String lines(List<Decision> decisions) {
        var lines = new StringBuilder();
        for (var decision : decisions) {
            lines.append("""
                    {"text":"%s","agency":"%s","location":"%s","date":"%s","source":"%s"}
                    """.formatted(
                            decision.example().text(),
                            decision.example().label(),
                            decision.example().place(),
                            decision.received(),
                            Decisions.SOURCE));
        }
        return lines.toString();
    }
}
