package id.tanggap.channel;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Where files of a provider may be fetched from. An address in a message may be anybody's, so it is followed to hosts of the
 * provider alone, by https, and to nothing inside of our own network, whatever their names resolve to.
 *
 * @param api what the operator set as the provider's address; followed as it is set
 * @param domains of the provider
 */
public record Reach(URI api, Set<String> domains) {

    public boolean reaches(URI address) {
        return isApi(address) || (isOfProvider(address) && isOutside(address));
    }

    private boolean isApi(URI address) {
        return api.getScheme().equals(address.getScheme()) && api.getAuthority().equals(address.getAuthority());
    }

    private boolean isOfProvider(URI address) {
        var host = address.getHost();
        return "https".equals(address.getScheme())
                && host != null
                && address.getRawUserInfo() == null
                && (address.getPort() == -1 || address.getPort() == 443)
                && domains.stream().anyMatch(domain -> isWithin(host.toLowerCase(Locale.ROOT), domain));
    }

    private static boolean isWithin(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static boolean isOutside(URI address) {
        try {
            return Arrays.stream(InetAddress.getAllByName(address.getHost())).noneMatch(Reach::isInside);
        } catch (UnknownHostException nobodyKnowsIt) {
            return false;
        }
    }

    /** The ranges that InetAddress knows, those for carriers, for tests and for nobody, unique local ones and translated ones. */
    static boolean isInside(InetAddress at) {
        var bytes = at.getAddress();
        return at.isAnyLocalAddress()
                || at.isLoopbackAddress()
                || at.isLinkLocalAddress()
                || at.isSiteLocalAddress()
                || at.isMulticastAddress()
                || (bytes.length == 4 ? isKeptBack(bytes[0] & 0xFF, bytes[1] & 0xFF) : isTranslatedOrLocal(bytes));
    }

    private static boolean isKeptBack(int first, int second) {
        return first == 0
                || (first == 100 && (second & 0xC0) == 64)
                || (first == 198 && (second & 0xFE) == 18)
                || first >= 240;
    }

    /** An address of the old kind may be inside of one that translators take: 64:ff9b::/32, 2002::/16, ::/32. */
    private static boolean isTranslatedOrLocal(byte[] bytes) {
        var first = ByteBuffer.wrap(bytes).getInt();
        return (bytes[0] & 0xFE) == 0xFC || first == 0x0064FF9B || first >>> 16 == 0x2002 || first == 0;
    }
}
