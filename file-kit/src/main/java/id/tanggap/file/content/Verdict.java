package id.tanggap.file.content;

import id.tanggap.file.apart.Texts;
import id.tanggap.file.content.Inspected.Passed;
import id.tanggap.file.content.Inspected.Reason;
import id.tanggap.file.content.Inspected.Refused;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What came of looking into a file, from one process to another. */
final class Verdict {
    static void write(DataOutputStream out, Inspected inspected) throws IOException {
        out.writeBoolean(inspected instanceof Passed);
        switch (inspected) {
            case Passed passed -> write(out, passed);
            case Refused(var reason) -> Texts.write(out, reason.name());
        }
    }

    private static void write(DataOutputStream out, Passed passed) throws IOException {
        Texts.write(out, passed.kind().name());
        out.writeBoolean(passed.reduced());
        var position = passed.position();
        out.writeBoolean(position != null);
        if (position != null) {
            out.writeDouble(position.lat());
            out.writeDouble(position.lon());
        }
        Texts.write(out, passed.content());
    }

    static Inspected read(DataInputStream in) throws IOException {
        return in.readBoolean() ? passed(in) : new Refused(Reason.valueOf(Texts.text(in)));
    }

    private static Passed passed(DataInputStream in) throws IOException {
        var kind = Kind.valueOf(Texts.text(in));
        var reduced = in.readBoolean();
        var position = position(in);
        return new Passed(kind, Texts.bytes(in), position, reduced);
    }

    private static @Nullable Position position(DataInputStream in) throws IOException {
        return in.readBoolean() ? new Position(in.readDouble(), in.readDouble()) : null;
    }

    private Verdict() {}
}
