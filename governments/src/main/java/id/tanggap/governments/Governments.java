package id.tanggap.governments;

import id.tanggap.governments.file.InvalidGovernment;
import id.tanggap.governments.file.Reading;
import id.tanggap.governments.file.Section;
import id.tanggap.governments.file.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The governments of an installation, consistent in themselves: files with a fault in them are refused as a whole. */
public final class Governments {

    private final Map<String, Government> byId = new LinkedHashMap<>();

    private Governments(List<Government> governments) {
        governments.forEach(government -> byId.put(government.id(), government));
    }

    /**
     * @param directory holds {@code index.yaml}, the folders it names and what they refer to; null reads the copies in
     *     the jar
     * @throws InvalidGovernment when anything in the files is wrong
     */
    public static Governments load(@Nullable Path directory) {
        Reading reading = new Reading(Source.of(directory));
        Section index = reading.open("index.yaml");
        List<String> folders = index.values("governments", Section.ID_EXPECTED, Section::id);
        if (folders.isEmpty()) {
            index.fault("governments", "names none", "at least one folder");
        }
        reading.close();
        Map<String, String> folderByPrefix = new LinkedHashMap<>();
        Map<String, String> folderByAccount = new LinkedHashMap<>();
        List<Government> governments = new ArrayList<>();
        for (String folder : folders) {
            Government government = new GovernmentReader(reading, folder, folderByPrefix, folderByAccount).read();
            if (government != null) {
                governments.add(government);
            }
        }
        reading.refuseFaults();
        return new Governments(governments);
    }

    public @Nullable Government find(String id) {
        return byId.get(id);
    }

    /** In the order of the index. */
    public List<Government> all() {
        return List.copyOf(byId.values());
    }
}
