package id.tanggap.e2e;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Some of all that may be sent to the operations that are published; {@code ./tanggap sweep} sends it all. */
@ExtendWith(RunningPlatform.Provided.class)
class SweepJourney {
    private static final String PERCENT = "12";

    private final RunningPlatform platform;

    SweepJourney(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void nothingBreaksWhateverIsSent() throws IOException, InterruptedException {
        System.out.println(
                platform.tanggap("sweep", "--percent", PERCENT).orFail().output());
    }
}
