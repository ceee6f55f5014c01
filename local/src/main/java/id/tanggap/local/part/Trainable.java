package id.tanggap.local.part;

import id.tanggap.local.machine.Workspace;
import java.nio.file.Path;
import java.util.List;

/** A part whose JVM starts faster with an {@link AotCache}. */
public interface Trainable extends Part {

    /** What names the training, and the processes that take part in it. */
    String TRAINING = "aot-training";

    /** The JVM's flags, which a cache is bound to. */
    List<String> flags();

    /** The jars it runs from, and directories of such. */
    List<Path> jars();

    /** One more process of the kind, that leaves those of the run alone and has its files and ports in the ground. */
    Trainable trainee(Workspace ground);

    /** The command with more flags than usual. */
    List<String> command(List<String> flags);
}
