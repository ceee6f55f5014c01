package id.tanggap.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a request is known when it comes again, because the answer to it was lost: its sender's {@code Idempotency-Key}. The
 * key counts for its sender, the address and what was said; with other words it is another request.
 */
@RequestScoped
public class Repeat {
    public static final String HEADER = "Idempotency-Key";

    private final Caller caller;
    private final HttpHeaders headers;
    private final UriInfo address;

    Repeat(Caller caller, HttpHeaders headers, UriInfo address) {
        this.caller = caller;
        this.headers = headers;
        this.address = address;
    }

    /**
     * The same for the same request.
     *
     * @param said with the request; null where the address says it all
     * @return null when its sender gave no key
     */
    public @Nullable UUID of(@Nullable Object said) {
        var key = headers.getHeaderString(HEADER);
        return key == null
                ? null
                : UUID.nameUUIDFromBytes(String.join("\n", caller.id(), address.getPath(), key, String.valueOf(said))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
