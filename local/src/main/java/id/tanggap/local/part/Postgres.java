package id.tanggap.local.part;

import id.tanggap.local.machine.Commands;
import id.tanggap.local.machine.Directories;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Workspace;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The database server with one database and one role per service and one for Keycloak. It runs as in production
 * where it matters: what is committed is on the disk.
 */
public record Postgres(Workspace workspace, Secrets secrets) implements Part {
    static final String NAME = "postgres";

    private static final String SUPERUSER = "postgres";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        unpack();
        if (!Files.exists(dataDirectory().resolve("PG_VERSION"))) {
            initialise();
        }
    }

    @Override
    public List<String> command() {
        List<String> command = privileged(binary("postgres"));
        command.addAll(
                List.of("-D", dataDirectory().toString(), "-p", Integer.toString(workspace.port(Port.POSTGRES))));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "shared_buffers=256MB",
                "wal_buffers=16MB",
                "max_connections=120",
                "password_encryption=scram-sha-256",
                // With 1 GB a full load has a checkpoint every half minute, and each page is logged whole after it.
                "max_wal_size=4GB",
                "jit=off")) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    @Override
    public boolean healthy() {
        try (Connection _ = connect()) {
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void settle() throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String name : Secrets.DATABASES) {
                String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
                // A generated password has no quote in it, and a statement of this kind takes no parameter.
                statement.execute(
                        verb + " ROLE " + name + " LOGIN PASSWORD '" + secrets.get(Secrets.database(name)) + "'");
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                    statement.execute("CREATE DATABASE " + name + " OWNER " + name + " STRATEGY file_copy");
                    statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
                }
            }
        } catch (SQLException e) {
            throw new IOException("Roles and databases could not be made", e);
        }
    }

    /** Fast shutdown: open sessions are ended, what is committed is safe. */
    @Override
    public void stop(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException _) {
            process.destroy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
    public static boolean needsUserNamespace() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> privileged(Path binary) {
        List<String> command = new ArrayList<>();
        if (needsUserNamespace()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(binary.toString());
        return command;
    }

    private Path dataDirectory() {
        return workspace.data().resolve("postgres");
    }

    private Path installation() {
        return workspace.root().resolve("local/target/postgres").resolve(archiveName());
    }

    private Path binary(String name) {
        return installation().resolve("bin").resolve(name);
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.get(Secrets.POSTGRES));
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + workspace.address(Port.POSTGRES) + "/postgres", properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** In a directory beside, moved into place when it is whole: an interrupted first start leaves nothing half. */
    private void initialise() throws IOException, InterruptedException {
        Path fresh = workspace.data().resolve("postgres.new");
        Directories.delete(fresh);
        Path password = Files.createTempFile(
                workspace.data(),
                "initdb",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, secrets.get(Secrets.POSTGRES));
            List<String> command = privileged(binary("initdb"));
            command.addAll(List.of(
                    "-D",
                    fresh.toString(),
                    "-U",
                    SUPERUSER,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--auth=scram-sha-256",
                    "--pwfile=" + password));
            Commands.run(command, workspace.log(NAME), Duration.ofMinutes(2));
        } finally {
            Files.delete(password);
        }
        Files.move(fresh, dataDirectory(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The binaries come as an archive in a jar; they are unpacked once per checkout and version. */
    private void unpack() throws IOException {
        Path installation = installation();
        if (Files.exists(installation)) {
            return;
        }
        Path fresh = Files.createDirectories(
                installation.resolveSibling("new-" + ProcessHandle.current().pid()));
        try (InputStream archive = Postgres.class.getResourceAsStream("/" + archiveName() + ".txz")) {
            if (archive == null) {
                throw new IOException(
                        "No PostgreSQL for this machine (" + archiveName() + ") is in " + workspace.libraries());
            }
            unpack(archive, fresh);
        }
        putInPlace(fresh, installation);
    }

    private static void unpack(InputStream archive, Path directory) throws IOException {
        TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            unpack(entry, tar, directory);
        }
    }

    /** Another run may have been first, and what it put there is as good. */
    private static void putInPlace(Path fresh, Path installation) throws IOException {
        try {
            Files.move(fresh, installation, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(installation)) {
                throw e;
            }
            Directories.delete(fresh);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The archive leads out of its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(directory.resolve(entry.getName()).getParent());
            write(entry, content, target);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine;
    }
}
