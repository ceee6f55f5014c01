package id.tanggap.edge.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whom a limit counts as one.
 *
 * @param address an IPv4 address, or the /64 of an IPv6 address, for a household has a whole /64 to pick addresses from
 * @param person the subject of the token, empty without one; a claim that only the service verifies, so nobody is let in or
 *     kept out by it alone
 */
public record Client(String address, String person) {

    public static Client of(HttpServerRequest request) {
        return new Client(address(request.remoteAddress()), person(request.getHeader(HttpHeaders.AUTHORIZATION)));
    }

    public static String address(@Nullable SocketAddress address) {
        if (address == null || address.hostAddress() == null) {
            return "unknown";
        }
        try {
            return InetAddress.getByName(address.hostAddress()) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : address.hostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address.hostAddress();
        }
    }

    private static String person(@Nullable String authorization) {
        var parts = authorization == null ? new String[0] : authorization.split("\\.", -1);
        try {
            return parts.length == 3
                    ? new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8)).getString("sub", "")
                    : "";
        } catch (IllegalArgumentException | DecodeException | ClassCastException notAToken) {
            return "";
        }
    }
}
