package id.tanggap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeUpstream.class)
class PagesTest {

    private static final Pattern OWN_FILE = Pattern.compile("(?:src|href)=\"(/[^\"#]*\\.(?:js|css|svg))\"");

    private final Door door = new Door();

    @Test
    void runsOnlyItsOwnScripts() {
        for (var path : new String[] {"/", "/staff/", "/staff/kasus/0199-aa", "/none"}) {
            var headers = door.getPage(path).headers();
            var policy = headers.firstValue("Content-Security-Policy").orElseThrow();
            assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void writesNoScriptOrStyleIntoAPage() {
        for (var path : new String[] {"/", "/staff/", "/none", "/auth/realms/tanggap/starting"}) {
            assertThat(door.getPage(path).body())
                    .doesNotContainPattern("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=");
        }
    }

    @Test
    void hasEveryFileItsPagesName() {
        for (var page : new String[] {"/", "/staff/", "/none", "/auth/realms/tanggap/starting"}) {
            OWN_FILE.matcher(door.getPage(page).body()).results().forEach(file -> {
                var answer = door.get(file.group(1));
                assertThat(answer.statusCode()).as(file.group(1)).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .as(file.group(1))
                        .hasValue(
                                file.group(1).startsWith("/staff/assets/")
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
    void saysInPlainWordsThatAPageDoesNotExist() {
        var page = door.getPage("/none");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Halaman tidak ditemukan");
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
