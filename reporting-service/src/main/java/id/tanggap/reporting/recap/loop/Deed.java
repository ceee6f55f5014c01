package id.tanggap.reporting.recap.loop;

import id.tanggap.proof.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a recap. Each deed is linked to the one before, so that none can be changed, left out or added
 * unseen; the link of the last one is the seal of the archived recap.
 *
 * @param seq its place, from 1
 * @param version the version that it was done with; 0 before the first
 * @param by who did it; null for the platform itself
 * @param text what was written: evaluation, remarks, disposition; the root of a compiled version; the step that was missed
 */
public record Deed(
        int seq,
        Kind kind,
        int version,
        @Nullable Actor by,
        @Nullable String text,
        Instant at,
        Digest link) {
    private static final Digest START = Digest.of(new byte[32]);

    public enum Kind {
        MONTH_ENDED("recap.month-ended.v1"),
        COMPILED("recap.compiled.v1"),
        /** Compiled before the month was over. */
        COMPILED_PRELIMINARY(null),
        EVALUATION_WRITTEN(null),
        RETURNED("recap.returned.v1"),
        EVALUATED("recap.evaluated.v1"),
        DISPOSED("recap.disposed.v1"),
        ARCHIVED("recap.archived.v1"),
        STEP_MISSED(null);

        private final @Nullable String event;

        Kind(@Nullable String event) {
            this.event = event;
        }

        /** By which the steps of the SOP know it; null when none waits for it. */
        @Nullable
        String event() {
            return event;
        }
    }

    /**
     * @param id the pseudonym of the account
     * @param name as colleagues know the person
     */
    public record Actor(String id, String name) {}

    static Deed after(
            @Nullable Deed last, Kind kind, int version, @Nullable Actor by, @Nullable String text, Instant at) {
        var seq = last == null ? 1 : last.seq() + 1;
        var link = link(last == null ? START : last.link(), seq, kind, version, by, text, at);
        return new Deed(seq, kind, version, by, text, at, link);
    }

    /** Whether it is what was linked to {@code last}. */
    boolean follows(@Nullable Deed last) {
        return equals(after(last, kind, version, by, text, at));
    }

    private static Digest link(
            Digest head, int seq, Kind kind, int version, @Nullable Actor by, @Nullable String text, Instant at) {
        var said = bytes(text == null ? "" : text);
        var line = String.join(
                "\n",
                String.valueOf(seq),
                kind.name(),
                String.valueOf(version),
                by == null ? "" : by.id(),
                by == null ? "" : by.name().replace('\n', ' '),
                at.toString(),
                "");
        return Digest.sha256(head.bytes(), bytes(line), Digest.sha256(said).bytes());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
