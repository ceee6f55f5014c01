package id.tanggap.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.channel.Signature;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may speak to the hook. */
class GenuineTest {
    private static final String SECRET = "app secret";
    private static final byte[] BODY = Update.bytes("{\"text\":\"Jalan \\u00fc \\ud83d\\ude00 rusak\"}");

    private final WhatsAppHook hook = new WhatsAppHook();

    @Test
    void shakesHandsWithWhoKnowsWhatWasAgreed() {
        assertThat(handshake(Map.of())).isEqualTo("1158201444");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub.mode=", "hub.mode=unsubscribe", "hub.verify_token=wrong", "hub.verify_token="})
    void shakesHandsWithNobodyElse(String changed) {
        var parts = changed.split("=", 2);

        assertThat(handshake(Map.of(parts[0], parts[1]))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub.mode", "hub.verify_token", "hub.challenge"})
    void misses(String parameter) {
        var query = query();
        query.remove(parameter);

        assertThat(hook.handshake(query::get, "agreed")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void shakesNoHandsBeforeAnythingIsAgreed(String agreed) {
        var query = query();
        query.put("hub.verify_token", agreed);

        assertThat(hook.handshake(query::get, agreed)).isNull();
    }

    private @Nullable String handshake(Map<String, String> changes) {
        var query = query();
        query.putAll(changes);
        return hook.handshake(query::get, "agreed");
    }

    private static HashMap<String, String> query() {
        return new HashMap<>(
                Map.of("hub.mode", "subscribe", "hub.verify_token", "agreed", "hub.challenge", "1158201444"));
    }

    /** As {@code openssl dgst -sha256 -hmac} computes it. */
    @Test
    void takesWhatTheProviderSigned() {
        assertThat(isGenuine(
                        Update.bytes("The quick brown fox jumps over the lazy dog"),
                        "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                        "key"))
                .isTrue();
    }

    @Test
    void countsTheBytesAsTheyCame() {
        var signature = "sha256=" + Signature.of(BODY, SECRET).hex();
        var unescaped = new String(BODY, StandardCharsets.UTF_8).replace("\\u00fc", "ü");
        var changed = BODY.clone();
        changed[BODY.length - 2] ^= 1;

        assertThat(isGenuine(BODY, signature, SECRET)).isTrue();
        assertThat(isGenuine(Update.bytes(unescaped), signature, SECRET)).isFalse();
        assertThat(isGenuine(changed, signature, SECRET)).isFalse();
        assertThat(isGenuine(new byte[0], signature, SECRET)).isFalse();
        assertThat(isGenuine(BODY, signature, "another secret")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=00",
                "sha1=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8ff",
                "sha256=ÿÿ",
            })
    void refusesAForgedSignature(String signature) {
        assertThat(isGenuine(BODY, signature, SECRET)).isFalse();
    }

    @Test
    void refusesABodyWithoutSignature() {
        assertThat(hook.isGenuine(BODY, _ -> null, SECRET)).isFalse();
    }

    @Test
    void takesNothingWhereNoSecretIsSet() {
        assertThat(isGenuine(BODY, "sha256=00", "")).isFalse();
        assertThat(isGenuine(BODY, "sha256=" + Signature.of(BODY, " ").hex(), " "))
                .isFalse();
    }

    private boolean isGenuine(byte[] body, String signature, String secret) {
        return hook.isGenuine(body, Map.of("X-Hub-Signature-256", signature)::get, secret);
    }
}
