package id.tanggap.local.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.machine.Rest;
import id.tanggap.local.machine.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * The realm of every installation with the people and the client of the local run laid over it. The lists of the
 * overlay ({@code users}, {@code clients}) are appended to those of the realm; secrets stay placeholders that
 * Keycloak resolves from its environment.
 */
final class Realm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "/auth/admin/realms/tanggap";
    private static final String REUSE = "refreshTokenMaxReuse";
    private static final String LOOK = "loginTheme";
    private static final List<String> AGAINST_GUESSING = List.of(
            "bruteForceProtected",
            "permanentLockout",
            "failureFactor",
            "waitIncrementSeconds",
            "maxFailureWaitSeconds",
            "minimumQuickLoginWaitSeconds",
            "maxDeltaTimeSeconds");

    private Realm() {}

    /** The checkout's, or the one that the data directory brings: an installation that moved in has people of its own. */
    static void write(Workspace workspace, Path target) throws IOException {
        Path brought = workspace.data().resolve("realm.json");
        if (Files.exists(brought)) {
            Files.copy(brought, target, StandardCopyOption.REPLACE_EXISTING);
        } else {
            write(workspace.root().resolve("keycloak"), target);
        }
    }

    /**
     * Adds to a running login server what a realm that was made by an earlier version lacks: roles, clients, people, that a
     * renewal of which the answer was lost may be asked for again, and a look where none was chosen. Nothing else that is there
     * is changed, and secrets are put in here, since only the import of a whole realm resolves them.
     */
    static void supplement(Rest rest, Map<String, String> asAdmin, Map<String, String> secrets, String realm)
            throws IOException {
        String resolved = realm;
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            resolved = resolved.replace("${" + secret.getKey() + "}", secret.getValue());
        }
        ObjectNode wanted = ((ObjectNode) JSON.readTree(resolved)).retain("roles", "clients", "users");
        rest.post(REALM + "/partialImport", asAdmin, wanted.put("ifResourceExists", "SKIP"));
        ObjectNode lacking = lacking(JSON.readTree(realm), rest.get(REALM, asAdmin));
        if (!lacking.isEmpty()) {
            rest.put(REALM, asAdmin, lacking);
        }
    }

    private static ObjectNode lacking(JsonNode wanted, JsonNode there) {
        ObjectNode lacking = JSON.createObjectNode();
        int reuse = wanted.path(REUSE).asInt();
        if (there.path(REUSE).asInt() < reuse) {
            lacking.put(REUSE, reuse);
        }
        if (there.path(LOOK).asText().isEmpty()) {
            lacking.put(LOOK, wanted.path(LOOK).asText());
        }
        return lacking;
    }

    /**
     * Whoever guesses at the administrator's password is held up like everywhere else, and the console's own sign-in stays at
     * Keycloak's port, since the front door leads to the other realm alone.
     */
    static void guardMaster(Rest rest, Map<String, String> asAdmin, String realm) throws IOException {
        ObjectNode settings = ((ObjectNode) JSON.readTree(realm)).retain(AGAINST_GUESSING);
        settings.putObject("attributes").put("frontendUrl", rest.address() + "/auth");
        rest.put("/auth/admin/realms/master", asAdmin, settings);
    }

    /** The header by which the administrator is known. */
    static Map<String, String> asAdmin(Rest rest, String password) throws IOException {
        JsonNode token = rest.postForm(
                "/auth/realms/master/protocol/openid-connect/token",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", password));
        return Map.of("Authorization", "Bearer " + token.path("access_token").asText());
    }

    static void write(Path directory, Path target) throws IOException {
        ObjectNode realm = (ObjectNode)
                JSON.readTree(directory.resolve("tanggap-realm.json").toFile());
        JsonNode overlay = JSON.readTree(directory.resolve("demo-users.json").toFile());
        overlay.properties().forEach(entry -> {
            ArrayNode list = realm.withArrayProperty(entry.getKey());
            entry.getValue().forEach(list::add);
        });
        Path written = target.resolveSibling("new-" + ProcessHandle.current().pid());
        JSON.writeValue(written.toFile(), realm);
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
