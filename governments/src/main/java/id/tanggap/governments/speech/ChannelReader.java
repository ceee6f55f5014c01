package id.tanggap.governments.speech;

import id.tanggap.governments.file.Reading;
import id.tanggap.governments.file.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code channels.yaml}, which a government without accounts does without. */
public final class ChannelReader {
    public static final String FILE = "channels.yaml";

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern TEMPLATE = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern MESSAGE = Pattern.compile("[A-Z_]{1,40}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");

    private final Reading reading;
    private final Map<String, String> folderByAccount;

    /** @param folderByAccount the accounts that earlier folders have taken; this one's are added */
    public ChannelReader(Reading reading, Map<String, String> folderByAccount) {
        this.reading = reading;
        this.folderByAccount = folderByAccount;
    }

    public List<ChannelAccount> read(String folder) {
        var file = folder + "/" + FILE;
        return reading.exists(file)
                ? reading.open(file).sections("accounts").stream()
                        .map(section -> account(section, folder))
                        .toList()
                : List.of();
    }

    private ChannelAccount account(Section section, String folder) {
        var id = section.id();
        var owner = folderByAccount.putIfAbsent(id, folder);
        if (owner != null && !id.isEmpty()) {
            section.fault("id", "\"" + id + "\" is also one of " + owner, "an account of its own");
        }
        return new ChannelAccount(
                id,
                section.value("provider", "", Section.ID_EXPECTED, Section::id),
                section.text("number", NUMBER, "what the provider calls the number or page"),
                section.value("secrets", "", Section.ID_EXPECTED, Section::id),
                templates(section));
    }

    private static List<ChannelAccount.Template> templates(Section section) {
        var known = new HashMap<String, ChannelAccount.Template>();
        return section.sectionsIfAny("templates").stream()
                .map(each -> template(each, known))
                .toList();
    }

    private static ChannelAccount.Template template(Section section, Map<String, ChannelAccount.Template> known) {
        var template = new ChannelAccount.Template(
                section.text("message", MESSAGE, "a kind of message such as ANSWERED"),
                section.text("name", TEMPLATE, "the provider's name of the template"),
                section.text("language", LANGUAGE, "a language such as id"),
                List.copyOf(section.values("values", "a name of a value", Section::id)));
        section.once("message", template.message(), template, known);
        return template;
    }
}
