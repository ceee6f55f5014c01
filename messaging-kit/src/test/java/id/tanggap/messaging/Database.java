package id.tanggap.messaging;

import id.tanggap.testkit.Platform;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A new database with the kit's tables and a table of effects, and the pools that a test opens on it. */
public final class Database implements AutoCloseable {
    public static final Vertx VERTX = Vertx.vertx();

    private final String name = Platform.newDatabase("messaging");
    private final List<Pool> pools = new ArrayList<>();

    public Database() {
        run(schema("V0__outbox_and_inbox.sql"));
        run(schema("afterMigrate__taken.sql"));
        run("create table effect (n bigint generated always as identity, event uuid, subject uuid, hop int)");
    }

    private static String schema(String file) {
        try (var schema = Database.class.getResourceAsStream("/db/messaging/" + file)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Pool pool() {
        return pool(16);
    }

    public Pool pool(int size) {
        var address = Platform.postgres().address().split(":", -1);
        return pool(size, address[0], Integer.parseInt(address[1]));
    }

    public Pool pool(int size, String host, int port) {
        return pool(new PoolOptions().setMaxSize(size), host, port);
    }

    /** A pool that gives up soon when all its connections are taken. */
    public Pool impatientPool(int size) {
        var address = Platform.postgres().address().split(":", -1);
        var options = new PoolOptions()
                .setMaxSize(size)
                .setConnectionTimeout(100)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return pool(options, address[0], Integer.parseInt(address[1]));
    }

    private Pool pool(PoolOptions size, String host, int port) {
        var options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(name)
                .setUser(name)
                .setPassword("postgres")
                .setCachePreparedStatements(true);
        var pool = Pool.pool(VERTX, options, size);
        pools.add(pool);
        return pool;
    }

    /** A connection of the owner, beside the pools. */
    public Connection connect() {
        try {
            return Platform.connect(name, name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> strings(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int count(String table) {
        return Integer.parseInt(strings("select count(*) from " + table).getFirst());
    }

    /** Ends sessions from without, as a crash of their machine or an operator does. */
    public int terminate(String condition) {
        return strings("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name
                        + "' and pid <> pg_backend_pid() and " + condition)
                .size();
    }

    /** Locks that somebody holds for leading. */
    public List<String> leaders() {
        return strings("select pid from pg_locks where locktype = 'advisory' and granted"
                + " and database = (select oid from pg_database where datname = '" + name + "')");
    }

    public static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        pools.forEach(pool -> await(pool.close()));
    }
}
