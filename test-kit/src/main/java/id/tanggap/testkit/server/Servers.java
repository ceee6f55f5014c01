package id.tanggap.testkit.server;

/**
 * Which servers the tests run on: {@code TANGGAP_INFRA=containers} takes them from Testcontainers, anything else embeds
 * them. The tests are the same.
 */
public final class Servers {
    private static final boolean CONTAINERS = "containers".equals(System.getenv("TANGGAP_INFRA"));

    /** Not started yet. */
    public static Server postgres() {
        return CONTAINERS ? new ContainerPostgres() : new EmbeddedPostgres();
    }

    /** Not started yet. */
    public static Server kafka() {
        return CONTAINERS ? new ContainerKafka() : new EmbeddedKafka();
    }

    private Servers() {}
}
