package id.tanggap.governments;

import id.tanggap.governments.file.Section;
import id.tanggap.governments.routing.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code categories.yaml}. */
final class CategoryReader {

    private final Map<String, String> idByLabel = new HashMap<>();

    /** By id, in the order of the file. */
    Map<String, Category> read(Section file) {
        Map<String, Category> categories = new LinkedHashMap<>();
        for (Section section : file.sections("categories")) {
            String id = section.id();
            Category category = new Category(id, section.text("name"), aliases(section, id));
            section.once("id", id, category, categories);
        }
        return categories;
    }

    private List<String> aliases(Section section, String id) {
        List<String> aliases = section.values("aliases", "a label", label -> label);
        for (String alias : aliases) {
            String owner = idByLabel.putIfAbsent(Words.normalise(alias), id);
            if (owner != null) {
                section.fault("aliases", "\"" + alias + "\" already means " + owner, "each label once");
            }
        }
        return List.copyOf(aliases);
    }
}
