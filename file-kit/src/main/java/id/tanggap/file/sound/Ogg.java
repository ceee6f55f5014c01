package id.tanggap.file.sound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through a recording page by page (RFC 3533) up to its end; what is hung on behind is left there, and so is what a
 * program wrote beside the sound (RFC 7845). The sound itself is not unpacked.
 */
public final class Ogg {
    private static final int HEADER = 27;
    private static final int FLAGS = 5;
    private static final int SERIAL = 14;
    private static final int SEQUENCE = 18;
    private static final int CHECKSUM = 22;
    private static final int SEGMENTS = 26;
    private static final int FIRST = 2;
    private static final int LAST = 4;
    private static final int WHOLE_SEGMENT = 255;
    private static final int[] TABLE = table();

    private static final byte[] PAGE = "OggS".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = "OpusHead".getBytes(StandardCharsets.US_ASCII);
    /** By nobody, and with nothing to tell. */
    private static final byte[] TAGS = "OpusTags\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] content;
    private final ByteArrayOutputStream kept;
    private int at;
    private int written;
    private boolean ended;

    private Ogg(byte[] content) {
        this.content = content;
        this.kept = new ByteArrayOutputStream(content.length);
    }

    /**
     * @return what is to be kept of it
     * @throws IOException when it is none, or broken
     */
    public static byte[] voice(byte[] content) throws IOException {
        return new Ogg(content).voice();
    }

    private byte[] voice() throws IOException {
        var first = page();
        if ((first[FLAGS] & FIRST) == 0 || !holds(first, HEAD)) {
            throw new IOException("no voice");
        }
        keep(first, first);
        keep(tags(), first);
        do {
            keep(page(), first);
        } while (!ended && at < content.length);
        return kept.toByteArray();
    }

    /** In the place of those that were sent, which may go over several pages. */
    private byte[] tags() throws IOException {
        var sent = page();
        if (!holds(sent, Arrays.copyOf(TAGS, HEAD.length))) {
            throw new IOException("no tags");
        }
        var tags = Arrays.copyOf(sent, HEADER + 1 + TAGS.length);
        while (goesOn(sent)) {
            sent = page();
        }
        tags[SEGMENTS] = 1;
        tags[HEADER] = (byte) TAGS.length;
        System.arraycopy(TAGS, 0, tags, HEADER + 1, TAGS.length);
        return tags;
    }

    private static boolean goesOn(byte[] page) {
        return Byte.toUnsignedInt(page[HEADER + Byte.toUnsignedInt(page[SEGMENTS]) - 1]) == WHOLE_SEGMENT;
    }

    private static boolean holds(byte[] page, byte[] beginning) {
        var from = HEADER + Byte.toUnsignedInt(page[SEGMENTS]);
        return page.length >= from + beginning.length
                && Arrays.equals(page, from, from + beginning.length, beginning, 0, beginning.length);
    }

    /** The next one. */
    private byte[] page() throws IOException {
        if (ended
                || at + HEADER > content.length
                || !Arrays.equals(content, at, at + PAGE.length, PAGE, 0, PAGE.length)) {
            throw new IOException("no page");
        }
        var page = Arrays.copyOfRange(content, at, end());
        if (number(page, CHECKSUM) != checksum(page)) {
            throw new IOException("a page that was changed");
        }
        at += page.length;
        ended = (page[FLAGS] & LAST) != 0;
        return page;
    }

    /** Of the page that begins here. */
    private int end() throws IOException {
        var body = at + HEADER + Byte.toUnsignedInt(content[at + SEGMENTS]);
        if (body == at + HEADER || body > content.length) {
            throw new IOException("an empty page");
        }
        var end = body;
        for (var segment = at + HEADER; segment < body; segment++) {
            end += Byte.toUnsignedInt(content[segment]);
        }
        if (end > content.length) {
            throw new IOException("a broken page");
        }
        return end;
    }

    /** Numbered anew, since there may be fewer. */
    private void keep(byte[] page, byte[] first) throws IOException {
        if (number(page, SERIAL) != number(first, SERIAL)) {
            throw new IOException("more than one");
        }
        in(page).putInt(SEQUENCE, written++);
        in(page).putInt(CHECKSUM, checksum(page));
        kept.write(page);
    }

    private static int number(byte[] page, int at) {
        return in(page).getInt(at);
    }

    private static ByteBuffer in(byte[] page) {
        return ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Of a page whose checksum is nothing. */
    private static int checksum(byte[] page) {
        var sum = 0;
        for (var i = 0; i < page.length; i++) {
            var one = i >= CHECKSUM && i < SEGMENTS ? 0 : Byte.toUnsignedInt(page[i]);
            sum = (sum << 8) ^ TABLE[(sum >>> 24) ^ one];
        }
        return sum;
    }

    private static int[] table() {
        var table = new int[256];
        Arrays.setAll(table, index -> {
            var sum = index << 24;
            for (var bit = 0; bit < 8; bit++) {
                sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0);
            }
            return sum;
        });
        return table;
    }
}
