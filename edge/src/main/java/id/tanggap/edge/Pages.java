package id.tanggap.edge;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Pages that are answers to a failure and thus have no address of their own. */
final class Pages {

    /** Shown in place of Keycloak's while it starts; goes on by itself, with or without scripts. */
    static final Buffer SIGN_IN_STARTING = read("sign-in-starting.html");

    static final Buffer NOT_FOUND = read("not-found.html");

    private Pages() {}

    private static Buffer read(String name) {
        try (var page = Pages.class.getResourceAsStream(name)) {
            if (page == null) {
                throw new IllegalStateException("Missing page " + name);
            }
            return Buffer.buffer(page.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
