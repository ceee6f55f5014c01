package id.tanggap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.citizen.Asset;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeUpstream.class)
class PagesTest {

    private static final Pattern OWN_FILE = Pattern.compile("(?:src|href)=\"(/[^\"#]*\\.(?:js|css|svg))\"");

    private final Door door = new Door();

    @Test
    void runsOnlyItsOwnScripts() {
        for (var path : new String[] {"/", "/lacak/", "/staff/", "/staff/kasus/0199-aa", "/none"}) {
            var headers = door.getPage(path).headers();
            var policy = headers.firstValue("Content-Security-Policy").orElseThrow();
            assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cache-Control"))
                    .hasValue(path.matches("/|/lacak/") ? "private, no-cache" : "no-store");
            assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void letsOnlyTheMapOfCitizensTakePicturesFromElsewhere() {
        assertThat(policy("/")).contains("img-src 'self' data: blob: https://*.tiles.example:8443;");
        assertThat(policy("/staff/")).contains("img-src 'self' data: blob:;");
    }

    private String policy(String path) {
        return door.getPage(path)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    @Test
    void writesNoScriptOrStyleIntoAPage() {
        for (var path : new String[] {"/", "/staff/", "/none", "/bukti/silent", "/auth/realms/tanggap/starting"}) {
            assertThat(door.getPage(path).body())
                    .doesNotContainPattern("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=");
        }
    }

    @Test
    void hasEveryFileItsPagesName() {
        for (var page : new String[] {"/", "/staff/", "/none", "/bukti/silent", "/auth/realms/tanggap/starting"}) {
            OWN_FILE.matcher(door.getPage(page).body()).results().forEach(file -> {
                var answer = door.get(file.group(1));
                assertThat(answer.statusCode()).as(file.group(1)).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .as(file.group(1))
                        .hasValue(
                                file.group(1).matches("/staff/assets/.*|/assets/[0-9a-f]{16}/.*")
                                        ? "public, max-age=31536000, immutable"
                                        : "no-cache");
            });
        }
    }

    @Test
    void opensTheWorkspaceAtAnyAddressInsideIt() {
        var workspace = door.getPage("/staff/").body();
        assertThat(workspace).contains("Meja kerja");
        assertThat(door.getPage("/staff/kasus/0199-aa?x=1").body()).isEqualTo(workspace);
        var missing = door.get("/staff/assets/none.js");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(door.get("/staff").headers().firstValue("Location")).hasValue("/staff/");
    }

    @Test
    void keepsAFileForGoodUnderTheNameOfItsContentAlone() {
        var today = door.get(Asset.STYLE.address());
        var yesterday = door.get("/assets/0123456789abcdef/tanggap.css");
        assertThat(today.headers().firstValue("Cache-Control")).hasValue(Headers.FOR_GOOD);
        assertThat(yesterday.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(yesterday.body()).isEqualTo(today.body());
        assertThat(door.get("/assets/0123456789abcdef/none.css").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"gzip, true", "'br, gzip;q=0.8', true", "gzip;q=0, false", "identity, false", "'', false"})
    void compressesAFileForWhoTakesItSo(String accepted, boolean small) {
        var answer = door.send(
                door.at(Asset.STYLE.address()).header("Accept-Encoding", accepted), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(small);
        assertThat(answer.headers().firstValue("Vary")).hasValue("accept-encoding");
        assertThat(answer.body().length).isEqualTo(small ? answer.body().length : Asset.STYLE.content().length);
        assertThat(answer.body().length < Asset.STYLE.content().length).isEqualTo(small);
    }

    @Test
    void tellsACitizenAsAPageWhatItRefuses() {
        var late = door.getPage("/bukti/silent");
        assertThat(late.statusCode()).isEqualTo(504);
        assertThat(late.body()).contains("Layanan terlalu lama menjawab", "Yang Anda ketik masih ada");
        var form = door.at("/lacak/").header("Accept", "text/html").POST(BodyPublishers.ofString("x".repeat(70_000)));
        var large = door.send(form);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("Kiriman terlalu besar");
        assertThat(door.get("/bukti/silent").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void letsACitizenTellWhereAndNobodyElse() {
        assertThat(door.getPage("/").headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("geolocation=(self)");
        assertThat(door.getPage("/staff/")
                        .headers()
                        .firstValue("Permissions-Policy")
                        .orElseThrow())
                .contains("geolocation=()");
    }

    @ParameterizedTest
    @CsvSource({"/lacak?nomor=SKA-1, /lacak/?nomor=SKA-1", "/bukti, /bukti/", "/staff, /staff/"})
    void findsAPageWithoutItsLastSlash(String typed, String page) {
        var answer = door.getPage(typed);
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue(page);
    }

    @Test
    void saysInPlainWordsThatAPageDoesNotExist() {
        var page = door.getPage("/none");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Halaman tidak ditemukan");
    }

    @Test
    void speaksTheLanguageThatIntakesPagesKeep() {
        var missing = door.send(door.at("/none").header("Accept", "text/html").header("Cookie", "bahasa=en"));
        assertThat(missing.body()).contains("lang=\"en\"", "Page not found").doesNotContain("Halaman", "{");
        var refused = door.send(
                door.at("/bukti/silent").header("Accept", "text/html").header("Cookie", "bahasa=jv; pemda=surakarta"));
        assertThat(refused.statusCode()).isEqualTo(504);
        assertThat(refused.body()).contains("lang=\"jv\"").doesNotContain("Layanan terlalu lama", "Yang Anda", "{");
        var large = door.send(door.at("/lacak/")
                .header("Accept", "text/html")
                .header("Cookie", "bahasa=en")
                .POST(BodyPublishers.ofString("x".repeat(70_000))));
        assertThat(large.body()).contains("at most 64 KiB");
        assertThat(door.send(door.at("/none").header("Accept", "text/html").header("Cookie", "bahasa=<b>"))
                        .body())
                .contains("Halaman tidak ditemukan");
    }

    @Test
    void isReadyWhileUpstreamsAreMissingAndSaysWhich() {
        assertThat(door.manage("/q/health/ready").statusCode()).isEqualTo(200);
        var report = door.manage("/q/health");
        assertThat(report.statusCode()).isEqualTo(200);
        var data = new JsonObject(report.body())
                .getJsonArray("checks").stream()
                        .map(JsonObject.class::cast)
                        .filter(check -> check.getString("name").equals("upstreams"))
                        .findFirst()
                        .orElseThrow()
                        .getJsonObject("data");
        assertThat(data.getString("intake")).isEqualTo("UP");
        assertThat(data.getString("routing")).isEqualTo("DOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/health", "/health/ready", "/metrics", "/openapi", "/info", "/arc", "/dev"})
    void keepsHowItIsFromThePublic(String path) {
        assertThat(door.get("/q" + path).statusCode()).isEqualTo(404);
    }

    @Test
    void countsByRouteAndNotByComplaint() {
        door.get("/api/response/v1/cases/0199-one-of-many");
        assertThat(door.manage("/q/metrics").body()).contains("/api/{service}").doesNotContain("0199-one-of-many");
    }
}
