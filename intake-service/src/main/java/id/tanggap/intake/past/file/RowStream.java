package id.tanggap.intake.past.file;

import id.tanggap.file.apart.Texts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows from one process to another: what each says begins with a byte that tells what it is. */
final class RowStream {
    /** Empty: no name of a sheet is. */
    private static final String NO_SHEET = "";

    private static final int ROW = 1;
    private static final int UNREADABLE = 2;
    private static final int END = 3;

    /**
     * Waits until the other process has something to say.
     *
     * @return whether it is a row
     * @throws Unreadable when that is what it has to say
     */
    static boolean hasNext(DataInputStream in) throws IOException {
        return switch (in.readUnsignedByte()) {
            case ROW -> true;
            case END -> false;
            case UNREADABLE -> throw new Unreadable(Texts.text(in));
            default -> throw new StreamCorruptedException();
        };
    }

    static void write(DataOutputStream out, SheetRow row) throws IOException {
        out.writeByte(ROW);
        Texts.write(out, Objects.requireNonNullElse(row.sheet(), NO_SHEET));
        out.writeInt(row.number());
        out.writeInt(row.cells().size());
        for (var cell : row.cells()) {
            Texts.write(out, cell);
        }
    }

    static void writeUnreadable(DataOutputStream out, String reason) throws IOException {
        out.writeByte(UNREADABLE);
        Texts.write(out, reason);
    }

    static void writeEnd(DataOutputStream out) throws IOException {
        out.writeByte(END);
    }

    static SheetRow row(DataInputStream in) throws IOException {
        var sheet = Texts.text(in);
        return new SheetRow(sheet.equals(NO_SHEET) ? null : sheet, in.readInt(), cells(in));
    }

    private static List<String> cells(DataInputStream in) throws IOException {
        var count = in.readInt();
        var cells = new ArrayList<String>(count);
        for (int cell = 0; cell < count; cell++) {
            cells.add(Texts.text(in));
        }
        return cells;
    }

    private RowStream() {}
}
