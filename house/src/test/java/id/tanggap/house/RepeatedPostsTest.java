package id.tanggap.house;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** An answer may be lost: what officers post takes an {@code Idempotency-Key}, or does no harm when it comes again. */
class RepeatedPostsTest {
    private static final String FOLDER = "contracts/src/main/resources/contracts/openapi/";

    /** By operation, and why it needs no key. */
    private static final Map<String, String> WITHOUT_KEY = Map.ofEntries(
            Map.entry("intake Vault_disclose", "shows; that it was shown twice is true, and on record"),
            Map.entry("intake Vault_identify", "shows; that it was shown twice is true, and on record"),
            Map.entry("intake Attachment_disclose", "shows; that it was shown twice is true, and on record"),
            Map.entry("intake Transcript_disclose", "shows; that it was shown twice is true, and on record"),
            Map.entry("intake Screening_screenOut", "the same finding of the same officer has the first one's moment"),
            Map.entry("intake RefusedScreenings_read", "what was read stays read, since the first time"),
            Map.entry("intake TakeBack_ask", "who wishes it twice wishes it once"),
            Map.entry("response Identity_preview", "shows, and keeps nothing"),
            Map.entry("response Refused_read", "what was read stays read, since the first time"),
            Map.entry("reporting Document_order", "what is made, or being made, is not made again"),
            Map.entry("intake Quarantine_retry", "what is looked at again is put aside no more, and is told so"),
            Map.entry("intake Quarantine_discard", "what is discarded is put aside no more, and is told so"),
            Map.entry("notification Letter_done", "what is ticked off stays so, by who was first"));

    @Test
    void takeAKeyOrNeedNone() {
        assertThat(Checkout.files(".json").stream()
                        .filter(path -> path.startsWith(FOLDER))
                        .flatMap(RepeatedPostsTest::withoutKey))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_KEY.keySet());
    }

    @Test
    void findsAPostWithoutAKey() {
        assertThat(withoutKey("dream", """
                {"paths": {
                  "/a": {"post": {"operationId": "A_do", "security": [{"Keycloak": []}]}, "parameters": []},
                  "/b": {"get": {"operationId": "B_see", "security": [{"Keycloak": []}]}},
                  "/c": {"post": {"operationId": "C_do", "security": []}},
                  "/d": {"post": {"operationId": "D_do", "security": [{"Keycloak": []}],
                         "parameters": [{"$ref": "#/components/parameters/IdempotencyKey"}]}},
                  "/e": {"post": {"operationId": "E_do", "security": [{"Keycloak": []}],
                         "parameters": [{"name": "Idempotency-Key", "in": "header"}]}}}}
                """)).containsExactly("dream A_do");
    }

    private static Stream<String> withoutKey(String path) {
        return withoutKey(path.substring(FOLDER.length(), path.length() - ".json".length()), Checkout.read(path));
    }

    private static Stream<String> withoutKey(String service, String document) {
        Map<String, Map<String, Map<String, Map<String, Object>>>> api = new Yaml().load(document);
        return requireNonNull(api.get("paths")).values().stream()
                .map(path -> path.get("post"))
                .filter(post -> post != null && !List.of().equals(post.get("security")) && !takesAKey(post))
                .map(post -> service + " " + post.get("operationId"));
    }

    private static boolean takesAKey(Map<String, Object> post) {
        return String.valueOf(post.get("parameters")).matches(".*Idempotency-?Key.*");
    }
}
