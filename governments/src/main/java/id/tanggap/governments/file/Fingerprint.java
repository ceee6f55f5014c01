package id.tanggap.governments.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A short name for the exact content of some files. */
public final class Fingerprint {

    private static final int LENGTH = 16;

    public static String of(Map<String, String> texts) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(texts)
                .forEach((file, text) ->
                        all.append(file).append('\0').append(text).append('\0'));
        return of(all.toString());
    }

    public static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Fingerprint() {}
}
