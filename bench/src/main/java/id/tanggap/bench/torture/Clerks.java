package id.tanggap.bench.torture;

import id.tanggap.bench.torture.Told.Import;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Once in a while they bring in a file of the past and have last month's recap compiled. */
final class Clerks {
    private static final String ANALYST = "analis.solo";
    private static final Duration PACE = Duration.ofSeconds(60);
    private static final ZoneId HERE = ZoneId.of("Asia/Jakarta");
    private static final int ROWS = 300;

    private final Door door;
    private final Told told;
    private final Random random;

    Clerks(Door door, Told told, Random random) {
        this.door = door;
        this.told = told;
        this.random = random;
    }

    void work(long end) throws InterruptedException {
        while (System.nanoTime() < end) {
            try {
                bringIn();
                compile();
            } catch (Door.Unanswered never) {
                told.unanswered(String.valueOf(never.getMessage()));
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(PACE.toNanos(), Math.max(0, end - System.nanoTime())));
        }
    }

    private void bringIn() throws InterruptedException {
        var kept = door.insist(
                ANALYST,
                "POST",
                "/api/intake/v1/imports?name=percobaan.csv",
                "text/csv",
                file().getBytes(StandardCharsets.UTF_8));
        var path = "/api/intake/v1/imports/" + kept.body().path("id").asText();
        if (kept.granted() && becomes(path, "CHECKED")) {
            door.insist(ANALYST, path + "/run", Door.JSON.createObjectNode());
            if (becomes(path, "DONE")) {
                var rows = door.look(ANALYST, path)
                        .body()
                        .path("rows")
                        .path("fresh")
                        .asInt();
                told.imported(new Import(path, rows));
                return;
            }
        }
        told.unanswered("an import came to nothing: "
                + door.look(ANALYST, path).body().path("state").asText());
    }

    private boolean becomes(String path, String state) throws InterruptedException {
        for (var until = System.nanoTime() + Duration.ofMinutes(5).toNanos(); System.nanoTime() < until; ) {
            var now = door.look(ANALYST, path).body().path("state").asText();
            if (now.equals(state) || now.equals("REFUSED")) {
                return now.equals(state);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return false;
    }

    private String file() {
        var day = today().minusYears(1);
        return IntStream.range(0, ROWS)
                .mapToObj(row ->
                        "%d,%td/%<tm/%<tY,\"Lampu jalan mati, percobaan %s\",Dinas Perhubungan,Sudah diperbaiki"
                                .formatted(row + 1, day.minusDays(row), Long.toString(random.nextLong() >>> 1, 36)))
                .collect(Collectors.joining("\n", "NO,TANGGAL,ADUAN,DINAS,JAWABAN\n", "\n"));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(InstantSource.system().instant(), HERE);
    }

    private void compile() {
        door.insist(
                ANALYST,
                "/api/reporting/v1/recaps/surakarta/" + YearMonth.from(today()).minusMonths(1) + "/versions",
                Door.JSON.createObjectNode());
    }
}
