package id.tanggap.e2e;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Makes a kept set from a running platform, as {@code e2e/kept/README.md} tells; no part of any other run. */
@ExtendWith(RunningPlatform.Provided.class)
class KeptMaking {
    private final RunningPlatform platform;
    private final KeptSet set;
    private final FrontDoor door;

    KeptMaking(RunningPlatform platform) throws Exception {
        this.platform = platform;
        set = KeptSet.made();
        door = new FrontDoor(platform);
    }

    @Test
    @EnabledIfSystemProperty(named = "tanggap.kept.make", matches = "september")
    void tellsSeptember() throws Exception {
        new KeptStory(set, door).september();
    }

    @Test
    @EnabledIfSystemProperty(named = "tanggap.kept.make", matches = "october")
    void tellsOctober() throws Exception {
        new KeptStory(set, door).october();
    }

    @Test
    @EnabledIfSystemProperty(named = "tanggap.kept.make", matches = "november")
    void tellsNovember() throws Exception {
        new KeptStory(set, door).november();
    }

    @Test
    @EnabledIfSystemProperty(named = "tanggap.kept.make", matches = "set")
    void keepsWhatIsThere() throws Exception {
        Told told = new Told(set, door);
        told.keep();
        set.write("proof.json", told.proof("terjawab"));
        Files.write(
                set.file("recap-surakarta-2026-09.jsonl"),
                door.download("/api/reporting/v1/recaps/surakarta/2026-09/versions/2/proof", door.as("arsip.solo")));
        set.keep(platform);
        set.compress();
    }
}
