package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who complained, and what was said in secret, stands nowhere outside the vault: no topic, table, file, log or metric, no
 * list, page or export has a word of it, and no picture that came along lies anywhere as it was seen.
 */
@ExtendWith(RunningPlatform.Provided.class)
class CanaryJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path REPORT = Path.of("target/canary-report.txt");

    private static final String NAME = "Kenari Mustikawening";
    private static final String PHONE = "081377713771";
    private static final String EMAIL = "kenari.mustikawening@contoh.invalid";
    private static final String NIK = "3372014408900071";
    private static final String SECRET_TITLE = "kenari-judul-4417";
    private static final String SECRET_TEXT = "kenari-rahasia-9127";
    private static final String SECRET_PLACE = "Gang Kenari-6652";
    private static final String SECRET_WORDS = "kenari-tambahan-3381";
    private static final String FILE_NAME = "kenari-berkas-5521";
    private static final String WRITTEN_IN_THE_PICTURE = "kenari-gambar-6631";

    /** Nobody's secret: what stands everywhere, so that the search is known to find what there is. */
    private static final String SPARROW = "pipit-terbuka-3345";

    private static final List<String> CANARIES = List.of(
            NAME,
            "Mustikawening",
            PHONE,
            PHONE.substring(1),
            EMAIL,
            NIK,
            SECRET_TITLE,
            SECRET_TEXT,
            SECRET_PLACE,
            SECRET_WORDS,
            FILE_NAME,
            WRITTEN_IN_THE_PICTURE);

    private final RunningPlatform platform;
    private final FrontDoor door;

    CanaryJourney(RunningPlatform platform) {
        this.platform = platform;
        door = new FrontDoor(platform);
    }

    @Test
    void singsNowhereOutsideTheVault() throws IOException, InterruptedException, SQLException {
        JsonNode open = lodge(false);
        JsonNode secret = lodge(true);
        supplement(open);
        supplement(secret);
        isWithItsAgency(open);
        isWithItsAgency(secret);

        Search search = new Search(platform).forText(SPARROW);
        CANARIES.forEach(search::forText);
        search.forBytes("the open picture", partOfThePicture(open));
        search.forBytes("the secret picture", partOfThePicture(secret));
        search.inTopics();
        search.inTables();
        search.inMetrics();
        whatOfficesAreShown(search, open, secret);
        // A mail to the citizen bears the address; and it is the citizen who gets it.
        search.inFiles(platform.data(), Set.of(platform.mails()));

        report(search);
        assertThat(search.found().getOrDefault(SPARROW, Set.of()))
                .as("what stands everywhere is found in each kind of place")
                .anyMatch(place -> place.startsWith("record complaint.intake.v1"))
                .anyMatch(place -> place.startsWith("row response "))
                .anyMatch(place -> place.startsWith("row reporting "))
                .anyMatch(place -> place.startsWith("export "))
                .anyMatch(place -> place.startsWith("piece of a file "));
        assertThat(search.found()).containsOnlyKeys(SPARROW);
    }

    private JsonNode lodge(boolean secretly) throws IOException, InterruptedException {
        ObjectNode complaint = FrontDoor.complaint(
                secretly
                        ? "Seorang petugas memungut uang. " + SECRET_TEXT
                        : "Lampu lalu lintas padam, " + SPARROW + ". Saya " + NAME + ", NIK " + NIK + ", telepon "
                                + PHONE);
        complaint.putObject("complainant").put("name", NAME).put("phone", PHONE).put("email", EMAIL);
        complaint.putArray("attachments").add(ticket());
        if (secretly) {
            complaint.put("visibility", "SECRET").put("title", SECRET_TITLE);
            complaint.putObject("location").put("address", SECRET_PLACE);
        }
        return door.file(complaint, Map.of()).orFail().json();
    }

    private void supplement(JsonNode receipt) throws IOException, InterruptedException {
        String words = "Pelakunya masih di sana. " + (isSecret(receipt) ? SECRET_WORDS : "Hubungi " + PHONE);
        ObjectNode body = FrontDoor.JSON.createObjectNode().put("text", words);
        body.putArray("attachments").add(ticket());
        Map<String, String> headers = new TreeMap<>(secretOf(receipt));
        door.post("/api/intake/v1/complaints/" + number(receipt) + "/supplement", body.toString(), headers)
                .orFail();
    }

    private boolean isSecret(JsonNode receipt) throws IOException, InterruptedException {
        return timeline(receipt).path("own").path("text").asText().contains(SECRET_TEXT);
    }

    private String ticket() throws IOException, InterruptedException {
        return door.upload(
                        "/api/intake/v1/attachments",
                        form(FILE_NAME + ".png", picture()),
                        Map.of("Content-Type", "multipart/form-data; boundary=batas"))
                .orFail()
                .json()
                .path("ticket")
                .asText();
    }

    private void isWithItsAgency(JsonNode receipt) {
        String cases = "/api/response/v1/cases/" + receipt.path("id").asText();
        await().atMost(PATIENCE).untilAsserted(() -> {
            FrontDoor.Answer seen = door.get(cases, door.as("admin.dishub.solo"));
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.json().path("timeline").findValuesAsText("what")).contains("SUPPLEMENTED");
        });
        String month = YearMonth.now(ZoneId.of("Asia/Jakarta")).toString();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                door.get("/api/reporting/v1/records/surakarta?month=" + month, door.as("analis.solo"))
                                        .text())
                        .contains(number(receipt)));
    }

    /** Lists, files and exports, of whoever may ask for them. */
    private void whatOfficesAreShown(Search search, JsonNode... receipts) throws IOException, InterruptedException {
        String month = YearMonth.now(ZoneId.of("Asia/Jakarta")).toString();
        String records = "/api/reporting/v1/records/surakarta?month=" + month;
        Map<String, String> analyst = door.as("analis.solo");
        for (String format : List.of("", "&format=csv", "&format=csv&audience=recap")) {
            search.in("export", records + format, door.download(records + format, analyst));
        }
        unzipped(door.download(records + "&format=xlsx", analyst))
                .forEach((name, sheet) -> search.in("export", "xlsx " + name, sheet));
        for (String user : List.of("koordinator.solo", "admin.dishub.solo", "kepala.solo", "auditor.solo")) {
            Map<String, String> who = door.as(user);
            search.in("list", user, door.download("/api/response/v1/cases?limit=100", who));
            for (JsonNode receipt : receipts) {
                String id = receipt.path("id").asText();
                search.in("page", user, door.download("/api/response/v1/cases/" + id, who));
                search.in("page", user, door.download("/api/routing/v1/cases/" + id, who));
            }
        }
        search.in("page", "/", door.download("/", Map.of()));
        search.in("list", "deliveries", door.download("/api/notification/v1/deliveries", door.as("operator")));
    }

    private static Map<String, byte[]> unzipped(byte[] workbook) throws IOException {
        Path file = Files.write(Files.createTempFile("records", ".xlsx"), workbook);
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }

    /** As its citizen sees it: a piece from the middle, where no head of any format stands. */
    private byte[] partOfThePicture(JsonNode receipt) throws IOException, InterruptedException {
        String id = timeline(receipt)
                .path("entries")
                .get(0)
                .path("attachments")
                .get(0)
                .path("id")
                .asText();
        byte[] shown = door.download(
                "/api/intake/v1/complaints/" + number(receipt) + "/timeline/attachments/" + id, secretOf(receipt));
        assertThat(shown).hasSizeGreaterThan(2_000);
        return Arrays.copyOfRange(shown, shown.length / 2, shown.length / 2 + 48);
    }

    private JsonNode timeline(JsonNode receipt) throws IOException, InterruptedException {
        return door.get("/api/intake/v1/complaints/" + number(receipt) + "/timeline", secretOf(receipt))
                .orFail()
                .json();
    }

    private static String number(JsonNode receipt) {
        return receipt.path("number").asText();
    }

    private static Map<String, String> secretOf(JsonNode receipt) {
        return Map.of("Tanggap-Secret", receipt.path("secret").asText());
    }

    /** Of noise, which no format makes small, with words written into the file beside it. */
    private static byte[] picture() throws IOException {
        Random random = new Random();
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, new Color(random.nextInt(1 << 24)).getRGB());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return withText(out.toByteArray());
    }

    /** A chunk of text before the last chunk, which is twelve bytes long. */
    private static byte[] withText(byte[] png) {
        byte[] chunk = ("tEXtComment\0" + WRITTEN_IN_THE_PICTURE).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(chunk);
        return ByteBuffer.allocate(png.length + chunk.length + 8)
                .put(png, 0, png.length - 12)
                .putInt(chunk.length - 4)
                .put(chunk)
                .putInt((int) sum.getValue())
                .put(png, png.length - 12, 12)
                .array();
    }

    private static byte[] form(String name, byte[] file) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--batas\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--batas--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private static void report(Search search) throws IOException {
        StringBuilder report = new StringBuilder("Looked at: " + search.looked() + "\n");
        search.found()
                .forEach((word, places) ->
                        report.append(word).append(": ").append(places).append("\n"));
        System.out.println(report);
        Files.writeString(REPORT, report);
    }
}
