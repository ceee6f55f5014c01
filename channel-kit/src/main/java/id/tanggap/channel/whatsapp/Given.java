package id.tanggap.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in an update, as it can be kept: whoever wrote it chose the characters, and a database takes not all of them. */
final class Given {
    private static final Pattern IDENTIFIER = Pattern.compile("[!-~]{1,512}");
    private static final Pattern MEDIA_ID = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    /** It becomes a part of an address, and strangers' bytes must not choose which. */
    static boolean isMediaId(String given) {
        return MEDIA_ID.matcher(given).matches();
    }

    /** Null when it is none, or none that WhatsApp would give. */
    static @Nullable String identifier(JsonNode given) {
        return IDENTIFIER.matcher(given.asText()).matches() ? given.asText() : null;
    }

    /** Without halves of characters and without the character zero; empty when there is none. */
    static String text(JsonNode given) {
        return given.asText()
                .codePoints()
                .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Null when it is no time, or none that anybody lives in. */
    static @Nullable Instant time(JsonNode of) {
        var seconds = of.path("timestamp").asLong(0);
        return seconds <= 0 || seconds > 253_402_300_799L ? null : Instant.ofEpochSecond(seconds);
    }

    private Given() {}
}
