package id.tanggap.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Rest;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {
    private static final Pattern LOGIN = Pattern.compile("[a-z.-]+\\.(solo|kra)\\b|\\boperator\\b");

    @TempDir
    Path data;

    @Test
    void namesSomebodyForEachRoleOfEachGovernment() throws IOException {
        Map<String, List<String>> people = people();
        TreeSet<String> named = named();

        assertThat(people.keySet()).containsAll(named);
        assertThat(parts(people, named)).containsAll(parts(people, people.keySet()));
    }

    /** Who has a password, and what they are in which government. */
    private static Map<String, List<String>> people() throws IOException {
        Map<String, List<String>> people = new TreeMap<>();
        JsonNode overlay =
                Rest.JSON.readTree(Path.of("../keycloak/demo-users.json").toFile());
        for (JsonNode user : overlay.path("users")) {
            if (user.has("credentials")) {
                String government = user.path("groups").path(0).asText().replaceAll("(/[^/]+).*", "$1");
                people.put(
                        user.path("username").asText(),
                        user.path("realmRoles")
                                .valueStream()
                                .map(role -> role.asText() + government)
                                .toList());
            }
        }
        return people;
    }

    private static TreeSet<String> parts(Map<String, List<String>> people, Iterable<String> named) {
        TreeSet<String> parts = new TreeSet<>();
        named.forEach(one -> parts.addAll(people.getOrDefault(one, List.of())));
        return parts;
    }

    private TreeSet<String> named() throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Welcome.show(
                new Workspace(data, data, Port.DEFAULT_FRONT_DOOR),
                Secrets.in(data),
                new Console(new PrintStream(screen)));
        TreeSet<String> named = new TreeSet<>();
        LOGIN.matcher(screen.toString(StandardCharsets.UTF_8))
                .results()
                .map(MatchResult::group)
                .forEach(named::add);
        return named;
    }
}
