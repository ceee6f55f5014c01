package id.tanggap.testkit;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Access tokens as Keycloak issues them, signed with a key of this JVM that the service under test verifies with.
 */
public final class Tokens {
    private static final KeyPair KEYS = keys();
    private static final KeyPair STRANGER = keys();

    /** @param group such as {@code /surakarta/dishub}, or {@code /surakarta} for all its agencies */
    public static String of(String user, String group, String... roles) {
        return token(user, group, Set.of(roles), KEYS, Duration.ofMinutes(5));
    }

    /** A token of a service account, which belongs to no government. */
    public static String ofService(String client, String role) {
        return Jwt.claims(Map.of("realm_access", Map.of("roles", List.of(role))))
                .subject(client)
                .upn(client)
                .expiresIn(Duration.ofMinutes(5))
                .sign(KEYS.getPrivate());
    }

    /** Signed by somebody else. */
    public static String forged(String user, String group, String... roles) {
        return token(user, group, Set.of(roles), STRANGER, Duration.ofMinutes(5));
    }

    public static String expired(String user, String group, String... roles) {
        return token(user, group, Set.of(roles), KEYS, Duration.ofMinutes(-5));
    }

    /** The settings with which a service takes these tokens and asks no Keycloak. */
    public static Map<String, String> settings() {
        return Map.of("quarkus.oidc.auth-server-url", "", "quarkus.oidc.public-key", publicKey());
    }

    /** The key to verify with, as {@code quarkus.oidc.public-key} wants it. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    private static String token(String user, String group, Set<String> roles, KeyPair keys, Duration validity) {
        return Jwt.claims(Map.of("realm_access", Map.of("roles", List.copyOf(roles)), "groups", List.of(group)))
                .subject(user)
                .upn(user)
                .expiresIn(validity)
                .sign(keys.getPrivate());
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Tokens() {}
}
