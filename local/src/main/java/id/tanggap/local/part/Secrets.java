package id.tanggap.local.part;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The passwords and keys of one data directory, made at its first start and kept in a file that only its owner reads.
 * Losing the file loses the vault and all files: their master keys stand nowhere else.
 */
public final class Secrets {
    static final String POSTGRES = "postgres.superuser";
    static final String VAULT = "vault.master.key";
    static final String FILES = "files.master.key";
    static final String KEYCLOAK_ADMIN = "keycloak.admin";
    static final String INTAKE_CLIENT = "client.intake-service";
    static final String RESPONSE_CLIENT = "client.response-service";
    static final String NOTIFICATION_CLIENT = "client.notification-service";
    static final String CHANNEL_VERIFY = "channel.verify";
    static final String CHANNEL_SIGNING = "channel.signing";
    static final String CHANNEL_TOKEN = "channel.token";
    public static final String DEMO_CLIENT = "client.tanggap-demo";
    public static final String REPLAY_CLIENT = "client.tanggap-replay";
    public static final String DEMO_PASSWORD = "demo.password";

    /** Without the letters and digits that are taken for one another. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    static final String KEYCLOAK_DATABASE = "keycloak";

    /** Each with an owner of its own. */
    static final List<String> DATABASES =
            List.of("intake", "routing", "response", "reporting", "notification", KEYCLOAK_DATABASE);

    private static final List<String> TOKENS = List.of(
            POSTGRES,
            KEYCLOAK_ADMIN,
            INTAKE_CLIENT,
            RESPONSE_CLIENT,
            NOTIFICATION_CLIENT,
            CHANNEL_VERIFY,
            CHANNEL_SIGNING,
            CHANNEL_TOKEN,
            DEMO_CLIENT,
            REPLAY_CLIENT);

    private static final List<String> MASTER_KEYS = List.of(VAULT, FILES);

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    public static Secrets in(Path data) throws IOException {
        Path file = data.resolve("secrets.properties");
        Properties values = known(file);
        int known = values.size();
        makeMissing(values);
        if (values.size() > known) {
            store(values, file);
        }
        return new Secrets(values);
    }

    private static Properties known(Path file) throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        return values;
    }

    private static void makeMissing(Properties values) {
        SecureRandom random = new SecureRandom();
        Stream.concat(TOKENS.stream(), DATABASES.stream().map(Secrets::database))
                .forEach(name -> values.computeIfAbsent(name, _ -> token(random)));
        MASTER_KEYS.forEach(name ->
                values.computeIfAbsent(name, _ -> Base64.getEncoder().encodeToString(bytes(random, 32))));
        values.computeIfAbsent(DEMO_PASSWORD, _ -> readable(random));
    }

    static String database(String name) {
        return "database." + name;
    }

    public String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("No secret named " + name);
        }
        return value;
    }

    private static void store(Properties values, Path file) throws IOException {
        Path written = file.resolveSibling("secrets.properties.new");
        Files.deleteIfExists(written);
        Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(written)) {
            values.store(writer, "Made at the first start of this data directory. Keep it with the data.");
        }
        Files.move(written, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String token(SecureRandom random) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, 24));
    }

    private static String readable(SecureRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            word.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return word.toString();
    }
}
