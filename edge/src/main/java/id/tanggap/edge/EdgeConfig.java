package id.tanggap.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The route table and what is guarded on it. */
@ConfigMapping(prefix = "tanggap.edge")
interface EdgeConfig {

    /**
     * The address people type. What upstreams are told about host and scheme comes from here and never from a request, so
     * that nobody can make Keycloak write links to a foreign host.
     */
    URI publicUrl();

    /** Most connections held to one upstream at a time. */
    @WithDefault("256")
    int connectionsPerUpstream();

    /** How long a caller is asked to wait when a part is not there. */
    @WithDefault("3S")
    Duration retryAfter();

    /** Most client addresses a guard remembers; the longest silent one is forgotten first. */
    @WithDefault("20000")
    int rememberedClients();

    Map<String, Route> routes();

    Map<String, Guard> guards();

    /** A path prefix and the part that answers for it; paths are handed on unchanged. */
    interface Route {

        /** Starts and ends with a slash. */
        String path();

        URI upstream();

        @WithDefault("1M")
        MemorySize maxBody();

        /** How long the upstream may take until its first byte; what follows may stream as long as it likes. */
        @WithDefault("30S")
        Duration answerWithin();

        /** Where the upstream says that it is ready; only asked for the health report. */
        @WithDefault("/q/health/ready")
        String probe();

        /** Whether people meet this upstream as pages, and thus get a page that reloads itself while it starts. */
        @WithDefault("false")
        boolean pages();
    }

    /** A tighter rule for one thing strangers may call. */
    interface Guard {

        String method();

        /** A path in which {@code *} stands for one segment. */
        String path();

        @WithDefault("1M")
        MemorySize maxBody();

        /** Calls per second from one address in the long run; 0 switches the limit off. */
        double perSecond();

        /** Calls from one address that may come at once. */
        int burst();
    }
}
