package id.tanggap.intake.past.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops who reads a record of a text file on and on: one whose quote is never closed takes all that follows. */
final class BoundedRecords extends FilterReader {
    /** In characters, with those quotes and separators that are none of its cells, and what is read ahead. */
    private static final int LONGEST_RECORD = 2 * Bounds.LONGEST_ROW;

    private long record = 1;
    private int read;

    BoundedRecords(Reader text) {
        super(text);
    }

    /** The record was read to its end. */
    void next() {
        record++;
        read = 0;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        var letters = super.read(into, from, length);
        return counted(letters, letters);
    }

    private int counted(int result, int letters) {
        read += Math.max(0, letters);
        if (read > LONGEST_RECORD) {
            throw Bounds.tooLong(record);
        }
        return result;
    }
}
