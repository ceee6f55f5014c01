package id.tanggap.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Rest;
import id.tanggap.local.machine.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The realm, the governments' agencies and the demonstration's people must fit together. */
class RealmTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    Path directory;

    @Test
    void hasOneGroupPerAgencyAndDivisionAndNoOther() throws IOException {
        TreeSet<String> groups = new TreeSet<>();
        for (JsonNode government : realm().path("groups")) {
            for (JsonNode agency : government.path("subGroups")) {
                String path = "/" + government.path("name").asText() + "/"
                        + agency.path("name").asText();
                groups.add(path);
                agency.path("subGroups")
                        .forEach(division ->
                                groups.add(path + "/" + division.path("name").asText()));
            }
        }
        assertThat(groups).isNotEmpty().isEqualTo(agenciesAndDivisions());
    }

    @Test
    void placesEachPersonInAKnownGroupWithAKnownRole() throws IOException {
        TreeSet<String> groups = agenciesAndDivisions();
        realm().path("groups")
                .forEach(government -> groups.add("/" + government.path("name").asText()));
        TreeSet<String> roles = texts(realm().path("roles").path("realm"), "name");
        for (JsonNode user : merged().path("users")) {
            user.path("groups").forEach(group -> assertThat(groups).contains(group.asText()));
            user.path("realmRoles").forEach(role -> assertThat(roles).contains(role.asText()));
        }
    }

    @Test
    void isTheOneThatTheDataDirectoryBrings() throws IOException {
        Path brought = Files.writeString(directory.resolve("realm.json"), "{}");
        Path target = directory.resolve("imported.json");

        Realm.write(new Workspace(CHECKOUT, directory, Port.DEFAULT_FRONT_DOOR), target);

        assertThat(target).hasSameTextualContentAs(brought);
    }

    @Test
    void letsPasswordsInOnlyThroughTheOverlay() throws IOException {
        for (JsonNode client : realm().path("clients")) {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true))
                    .as(client.path("clientId").asText())
                    .isFalse();
        }
        assertThat(texts(merged().path("clients"), "clientId"))
                .containsExactly(
                        "intake-service",
                        "notification-service",
                        "response-service",
                        "tanggap-demo",
                        "tanggap-replay",
                        "tanggap-web");
    }

    /** Complaints by a channel that nobody came on are for this machine; an installation for citizens takes none. */
    @Test
    void replaysOnlyThroughTheOverlay() throws IOException {
        assertThat(holders(realm(), "complaint-replayer")).isEmpty();
        assertThat(holders(merged(), "complaint-replayer")).containsExactly("service-account-tanggap-replay");
    }

    private static List<String> holders(JsonNode realm, String role) {
        return StreamSupport.stream(realm.path("users").spliterator(), false)
                .filter(user -> StreamSupport.stream(user.path("realmRoles").spliterator(), false)
                        .anyMatch(held -> held.asText().equals(role)))
                .map(user -> user.path("username").asText())
                .toList();
    }

    @Test
    void holdsNoSecretButPlaceholders() throws IOException {
        for (JsonNode secret : merged().findValues("secret")) {
            assertThat(secret.asText()).matches("\\$\\{[A-Z_]+}");
        }
        for (JsonNode credentials : merged().findValues("credentials")) {
            assertThat(credentials.get(0).path("value").asText()).matches("\\$\\{[A-Z_]+}");
        }
    }

    @Test
    void addsToAnOlderRealmWhatItLacksAndChangesNothingElse() throws IOException {
        try (AdminDouble keycloak = new AdminDouble()) {
            Rest rest = new Rest(keycloak.address());
            Realm.supplement(
                    rest,
                    Realm.asAdmin(rest, "kata&sandi"),
                    Map.of("TANGGAP_REPLAY_CLIENT_SECRET", "geheim"),
                    merged().toString());

            assertThat(keycloak.asked("/auth/realms/master/protocol/openid-connect/token"))
                    .contains("client_id=admin-cli", "password=kata%26sandi");
            JsonNode added = Rest.JSON.readTree(keycloak.asked("/auth/admin/realms/tanggap/partialImport"));
            assertThat(texts(added.path("clients"), "secret")).contains("geheim");
            assertThat(added.path("ifResourceExists").asText()).isEqualTo("SKIP");
            assertThat(added.propertyStream().map(Map.Entry::getKey))
                    .containsExactlyInAnyOrder("ifResourceExists", "roles", "clients", "users");
            assertThat(keycloak.asked("/auth/admin/realms/tanggap"))
                    .isEqualTo("{\"refreshTokenMaxReuse\":10,\"loginTheme\":\"tanggap\"}");
        }
    }

    @Test
    void wearsTheLookOfThePages() throws IOException {
        Path theme =
                CHECKOUT.resolve("keycloak/themes/" + realm().path("loginTheme").asText() + "/login/resources");

        assertThat(theme.resolve("css/tokens.css"))
                .hasSameTextualContentAs(CHECKOUT.resolve("web/src/shared/ui/tokens.css"));
        assertThat(theme.resolve("img/favicon.svg"))
                .hasSameTextualContentAs(
                        CHECKOUT.resolve("citizen/src/main/resources/id/tanggap/citizen/assets/favicon.svg"));
    }

    @Test
    void holdsUpWhoeverGuessesInEveryRealm() throws IOException {
        try (AdminDouble keycloak = new AdminDouble()) {
            Rest rest = new Rest(keycloak.address());
            Realm.guardMaster(rest, Realm.asAdmin(rest, "kata&sandi"), merged().toString());

            JsonNode master = Rest.JSON.readTree(keycloak.asked("/auth/admin/realms/master"));
            assertThat(master.path("bruteForceProtected").asBoolean()).isTrue();
            assertThat(master.path("failureFactor")).isEqualTo(realm().path("failureFactor"));
            assertThat(master.path("attributes").path("frontendUrl").asText()).isEqualTo(keycloak.address() + "/auth");
            assertThat(master.propertyStream().map(Map.Entry::getKey)).doesNotContain("realm", "users", "clients");
        }
    }

    private static JsonNode realm() throws IOException {
        return Rest.JSON.readTree(
                CHECKOUT.resolve("keycloak/tanggap-realm.json").toFile());
    }

    private JsonNode merged() throws IOException {
        Path file = directory.resolve("realm.json");
        Realm.write(CHECKOUT.resolve("keycloak"), file);
        return Rest.JSON.readTree(file.toFile());
    }

    private static TreeSet<String> agenciesAndDivisions() throws IOException {
        TreeSet<String> groups = new TreeSet<>();
        try (Stream<Path> governments = Files.list(CHECKOUT.resolve("governments"))) {
            for (Path government : governments.toList()) {
                Path file = government.resolve("agencies.yaml");
                if (Files.exists(file)) {
                    for (JsonNode agency : YAML.readTree(file.toFile()).path("agencies")) {
                        String path = "/" + government.getFileName() + "/"
                                + agency.path("id").asText();
                        groups.add(path);
                        texts(agency.path("divisions"), "id").forEach(division -> groups.add(path + "/" + division));
                    }
                }
            }
        }
        return groups;
    }

    private static TreeSet<String> texts(JsonNode list, String field) {
        TreeSet<String> texts = new TreeSet<>();
        StreamSupport.stream(list.spliterator(), false)
                .forEach(item -> texts.add(item.path(field).asText()));
        return texts;
    }
}
