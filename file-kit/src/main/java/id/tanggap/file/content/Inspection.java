package id.tanggap.file.content;

import com.drew.metadata.Metadata;
import com.twelvemonkeys.image.ImageUtil;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.io.FileUtil;
import com.twelvemonkeys.lang.Validate;
import id.tanggap.file.apart.Apart;
import id.tanggap.file.apart.Ended;
import id.tanggap.file.apart.Ended.Why;
import id.tanggap.file.apart.Job;
import id.tanggap.file.content.Inspected.Reason;
import id.tanggap.file.content.Inspected.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Looks into files of strangers, each in a process of its own that may die of it. A picture is made anew from its pixels,
 * upright, so that nothing else of it is left: no position, no camera, no second file hung on behind. To be called where
 * blocking is allowed; takes a second or two for a photo, and makes others wait so that memory lasts.
 */
public final class Inspection {
    static final Job JOB = new Job(
            Examination.class,
            List.of(
                    JPEGImageReaderSpi.class,
                    WebPImageReaderSpi.class,
                    ImageReaderBase.class,
                    CompoundDirectory.class,
                    ImageUtil.class,
                    FileUtil.class,
                    Validate.class,
                    Metadata.class),
            192,
            Duration.ofSeconds(60),
            false);

    private final int mostBytes;
    private final Semaphore free;
    private final Job job;

    /**
     * @param mostBytes of a file
     * @param atOnce how many are looked into at a time
     */
    public Inspection(int mostBytes, int atOnce) {
        this(mostBytes, atOnce, JOB);
    }

    Inspection(int mostBytes, int atOnce, Job job) {
        this.mostBytes = mostBytes;
        this.free = new Semaphore(atOnce);
        this.job = job;
    }

    /** It is not in memory while others are looked into. */
    public Inspected of(Path file) throws IOException {
        if (Files.size(file) > mostBytes) {
            return new Refused(Reason.TOO_LARGE);
        }
        free.acquireUninterruptibly();
        try {
            return inspect(Files.readAllBytes(file));
        } finally {
            free.release();
        }
    }

    /** The content stays as it is. */
    public Inspected of(byte[] content) {
        if (content.length > mostBytes) {
            return new Refused(Reason.TOO_LARGE);
        }
        free.acquireUninterruptibly();
        try {
            return inspect(content);
        } finally {
            free.release();
        }
    }

    /** Of what is no picture, nothing is unpacked. */
    private Inspected inspect(byte[] content) {
        return Kind.of(content).filter(Kind::isPicture).isPresent()
                ? apart(content)
                : new Examination(mostBytes).of(content);
    }

    private Inspected apart(byte[] content) {
        try (var process = Apart.begin(job, String.valueOf(mostBytes))) {
            process.give(content);
            return process.hear(Verdict::read);
        } catch (Ended ended) {
            return new Refused(ended.why() == Why.FAULT ? Reason.BROKEN : Reason.TOO_MANY_PIXELS);
        }
    }
}
