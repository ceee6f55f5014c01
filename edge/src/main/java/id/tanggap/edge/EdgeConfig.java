package id.tanggap.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The route table and what is guarded on it. */
@ConfigMapping(prefix = "tanggap.edge")
interface EdgeConfig {

    /**
     * The address people type. What upstreams are told about host and scheme comes from here and never from a request, so
     * that nobody can make Keycloak write links to a foreign host.
     */
    URI publicUrl();

    /** Where the map of citizens' pages takes its tiles from; nowhere unless the operator says so. */
    Optional<String> mapTiles();

    /** How long a caller is asked to wait when a part is not there. */
    @WithDefault("3S")
    Duration retryAfter();

    /** Most client addresses a guard remembers; the longest silent one is forgotten first. */
    @WithDefault("20000")
    int rememberedClients();

    Patience patience();

    Map<String, Lane> lanes();

    Map<String, Route> routes();

    Map<String, Guard> guards();

    /** How long a client is waited for. */
    interface Patience {

        /** For a body, or until an answer is taken on. */
        @WithDefault("10S")
        Duration atFirst();

        /** Each of so many bytes of a body earns a second more: below this rate a line is too slow. */
        @WithDefault("16K")
        MemorySize perSecond();

        /** So much of a body, or all of it, is here before its upstream hears of it; a larger one flows from then on. */
        @WithDefault("64K")
        MemorySize whole();
    }

    /** Connections to the upstreams that only requests of one kind share, so that kinds do not wait for each other. */
    interface Lane {

        /** Most connections held to one upstream at a time. */
        int connections();

        /** Most bodies and answers of one address that are waited for at a time; of more, the one furthest behind goes. */
        int waitedForPerAddress();

        /** Most requests of one address at a time, whatever they wait for. */
        OptionalInt perAddress();

        /** Most of these that are one person's. */
        OptionalInt perPerson();
    }

    /** Path prefixes and the part that answers for them; paths are handed on unchanged. */
    interface Route {

        /** Each starts and ends with a slash. */
        List<String> paths();

        URI upstream();

        /** Equal to what the upstream itself takes. */
        @WithDefault("64K")
        MemorySize maxBody();

        /** How long the upstream may take from the end of a request to the first byte of its answer. */
        @WithDefault("30S")
        Duration answerWithin();

        /** What the upstream answers as soon as it answers at all; only asked for the health report. */
        String probe();

        /** Whose pages people meet here. */
        @WithDefault("none")
        PagesOf pages();
    }

    /** What people see of an upstream in their browser. */
    enum PagesOf {
        /** Programs alone call it. */
        NONE,
        /** Keycloak's, with a policy of their own; while it starts there is a page that reloads itself. */
        KEYCLOAK,
        /** Ours: they run our own scripts alone, and what the front door refuses is told as a page. */
        OURS
    }

    /** What holds for one thing that may be called, in place of what holds for its route. */
    interface Guard {

        /** GET stands for HEAD as well. */
        String method();

        /** A path in which {@code *} stands for one segment. */
        String path();

        Optional<MemorySize> maxBody();

        @WithDefault("ordinary")
        String lane();

        /** Calls per second from one address in the long run; 0 switches the limit off. */
        @WithDefault("0")
        double perSecond();

        /** Calls from one address that may come at once. */
        @WithDefault("0")
        int burst();
    }
}
