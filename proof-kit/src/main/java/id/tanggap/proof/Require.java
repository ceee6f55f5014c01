package id.tanggap.proof;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field must be, so that the same bytes are hashed by everybody; all throw IllegalArgumentException. */
public final class Require {
    /** Bytes of a line of a file. */
    public static final int LONGEST_LINE = 1 << 20;

    /** Bytes of a digest and a space, which stand before a leaf in its line. */
    public static final int BEFORE_LEAF = 65;

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    /** What Kafka allows; their order is the same in every encoding. */
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    private Require() {}

    public static void present(@Nullable Object value, String field) {
        that(value != null, field, "is missing");
    }

    public static void text(@Nullable String value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        Utf8.encode(value);
    }

    /** Text that a line feed can end. */
    static void line(@Nullable String value, String field) {
        text(value, field);
        that(value != null && value.indexOf('\n') < 0, field, "has a line feed");
    }

    /** Text of a leaf, which is a line of the recap's file after its digest. */
    public static void leaf(@Nullable String value, String field) {
        line(value, field);
        that(value != null && Utf8.encode(value).length <= LONGEST_LINE - BEFORE_LEAF, field, "is too long");
    }

    public static void month(@Nullable String value) {
        that(value != null && MONTH.matcher(value).matches(), "month", "is not like 2026-10");
    }

    public static void topic(@Nullable String value) {
        that(value != null && TOPIC.matcher(value).matches(), "topic", "is no topic's name");
    }

    public static void that(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(field + " " + otherwise);
        }
    }
}
