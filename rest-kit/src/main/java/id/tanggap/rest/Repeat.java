package id.tanggap.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a request is known when it comes again, because the answer to it was lost: its sender's {@code Idempotency-Key}. The
 * key counts for its sender, the address and the body, byte for byte; with other words it is another request.
 */
@RequestScoped
public class Repeat {
    public static final String HEADER = "Idempotency-Key";

    private final Caller caller;
    private final HttpHeaders headers;
    private final UriInfo address;
    private String words = "";

    Repeat(Caller caller, HttpHeaders headers, UriInfo address) {
        this.caller = caller;
        this.headers = headers;
        this.address = address;
    }

    void said(String digest) {
        words = digest;
    }

    /** The same for the same request; null when its sender gave no key. */
    public @Nullable UUID request() {
        return request("");
    }

    /** @param part of what is asked for, or a digest of what came in another way than as the body */
    public @Nullable UUID request(String part) {
        var key = headers.getHeaderString(HEADER);
        return key == null
                ? null
                : UUID.nameUUIDFromBytes(
                        String.join("\n", caller.id(), at(), key, words, part).getBytes(StandardCharsets.UTF_8));
    }

    private String at() {
        return address.getPath() + "?" + address.getRequestUri().getRawQuery();
    }
}
