package id.tanggap.governments.speech;

import id.tanggap.governments.file.Reading;
import id.tanggap.governments.file.Section;
import id.tanggap.governments.speech.Wording.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code national/wording.yaml}, and what a government says in other words in a {@code wording.yaml} of its own. */
public final class WordingReader {
    public static final String FILE = "wording.yaml";
    private static final String NATIONAL = "national/" + FILE;

    /** Each as its tag; the first has to be there. */
    private static final List<String> LANGUAGES = List.of(Wording.INDONESIAN, "en", "jv");

    private final Reading reading;

    public WordingReader(Reading reading) {
        this.reading = reading;
    }

    public Wording read(String folder) {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (var section : reading.openOrShipped(NATIONAL).sections("texts")) {
            var key = section.value("key", "", Section.ID_EXPECTED, Section::id);
            section.once("key", key, text(section, values(section)), texts);
        }
        return new Wording(reading.exists(folder + "/" + FILE) ? own(reading.open(folder + "/" + FILE), texts) : texts);
    }

    /** Only in other words: what there is to say, and with which values, is the same everywhere. */
    private static Map<String, Text> own(Section file, Map<String, Text> national) {
        Map<String, Text> texts = new LinkedHashMap<>(national);
        for (var section : file.sections("texts")) {
            var said = section.reference("key", national, new Text(Set.of(), Map.of()), "a key of " + NATIONAL);
            texts.put(section.text("key"), text(section, said.values()));
        }
        return texts;
    }

    private static Set<String> values(Section section) {
        return Set.copyOf(section.values("values", "a name of a value", Section::id));
    }

    private static Text text(Section section, Set<String> values) {
        Map<String, String> byLanguage = new TreeMap<>();
        for (var language : LANGUAGES) {
            if (language.equals(Wording.INDONESIAN) || section.has(language)) {
                byLanguage.put(
                        language,
                        section.value(language, "", "a text with no blanks but " + values, text -> fit(text, values)));
            }
        }
        return new Text(values, byLanguage);
    }

    /** Null when it has a blank that nobody fills, or a brace that is none. */
    private static @Nullable String fit(String text, Set<String> values) {
        var rest = Wording.BLANK.matcher(text).replaceAll(blank -> values.contains(blank.group(1)) ? "" : "{");
        return rest.indexOf('{') < 0 && rest.indexOf('}') < 0 ? text : null;
    }
}
