package id.tanggap.channel;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a provider hands over what citizens write. Splitting never fails, so that whatever bears the provider's signature can be
 * kept before anybody understands it; reading may fail, one piece at a time.
 */
public interface Hook {
    /**
     * Answers the question by which a provider makes sure that an address is ours.
     *
     * @param query a parameter of the request by its name; null where there is none
     * @param agreed what was agreed with the provider for this account
     * @return the text to answer with; null when whoever asks does not know what was agreed
     */
    @Nullable
    String handshake(UnaryOperator<@Nullable String> query, String agreed);

    /**
     * Whether the body comes from the provider as it is; takes the same time for a right and a wrong signature.
     *
     * @param body the bytes as they came
     * @param header a header of the request by its name; null where there is none
     */
    boolean isGenuine(byte[] body, UnaryOperator<@Nullable String> header, String secret);

    /** All that the body brings, each by itself; of a body that cannot be taken apart the whole of it. */
    List<Piece> split(byte[] body);

    /**
     * What a piece says.
     *
     * @throws Unreadable when it is not as the provider says it is
     */
    Received read(byte[] raw);
}
