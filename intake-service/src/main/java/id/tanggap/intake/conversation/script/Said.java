package id.tanggap.intake.conversation.script;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a citizen said in one go: several messages in a row are one. */
public sealed interface Said {
    /**
     * Words, a place and files, some of them.
     *
     * @param text empty when nothing was written
     * @param tickets of the files
     * @param notes on what came and could not be taken as it is
     */
    record Told(String text, List<String> tickets, @Nullable Point point, Set<Note> notes) implements Said {
        public Told {
            tickets = List.copyOf(tickets);
            notes = Set.copyOf(notes);
        }

        boolean isEmpty() {
            return text.isBlank() && tickets.isEmpty() && point == null;
        }

        @Override
        public String toString() {
            return "Told[…]";
        }
    }

    /** @param text as it was written; empty when it was pressed */
    record Ordered(Command command, String text) implements Said {
        public Ordered(Command command) {
            this(command, "");
        }

        @Override
        public String toString() {
            return "Ordered[" + command + "]";
        }
    }

    /** A choice of those that were offered, by its id. */
    record Pressed(String choice) implements Said {}

    /**
     * @param label what it is called; null when it has no name
     * @param inside whether it lies in the government's outlines, or these are not known
     */
    record Point(double lat, double lon, @Nullable String label, boolean inside) {
        @Override
        public String toString() {
            return "Point[…]";
        }
    }

    /** Why something is not taken as it came; each is a key of the wording. */
    enum Note {
        VOICE("note-voice"),
        VIDEO("note-video"),
        STRANGE("note-strange"),
        FILE_TOO_LARGE("note-file-too-large"),
        FILE_REFUSED("note-file-refused"),
        FILE_GONE("note-file-gone"),
        TOO_MANY("note-too-many");

        private final String key;

        Note(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
